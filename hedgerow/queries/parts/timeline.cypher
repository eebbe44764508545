// Read from whichever of the two has fewer claims, events and ties.
MATCH (one:Actor:Hedgerow)
WHERE one.id IN [$a, $b]
WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
MATCH (one)<-[:ACTOR]-(edge:Hedgerow)
WHERE (edge:Event OR edge:Tie) AND ($alone = one.id OR $pair IN edge.dyad)
WITH DISTINCT edge
WITH edge,
     coalesce(edge.earliest, edge.sinceEarliest, date(edge.firstPublished), date('0001-01-01'))
       AS first
WITH edge,
     first,
     coalesce(edge.latest, edge.untilLatest,
              CASE WHEN edge.firstPublished IS NULL THEN date('9999-12-31') ELSE first END)
       AS last
WHERE first <= $to AND last >= $from
WITH edge, first, last,
     [(edge)-[:ACTOR]->(who:Hedgerow) | who.id] AS actors,
     [(edge)-[:ACTOR {role: 'source'}]->(who:Hedgerow) | who.id][0] AS source
MATCH (edge)-[:CLAIM]->(claim:Claim:Hedgerow)-[:DOCUMENT]->(document:Document:Hedgerow)
RETURN edge.id AS id,
       first AS first,
       last AS last,
       actors AS actors,
       source AS source,
       edge.type AS type,
       edge.kind AS kind,
       edge.standing AS standing,
       edge.status AS status,
       coalesce(edge.date, edge.since) AS stated,
       coalesce(edge.dateEnd, edge.until) AS `end`,
       edge.firstPublished AS told,
       edge.level AS level,
       edge.item AS item,
       edge.place AS place,
       edge.documents AS documents,
       edge.lastConfirmed AS last_confirmed,
       claim.id AS claim,
       document.id AS document,
       claim.quote AS quote,
       claim.status AS claim_status,
       claim.stage AS claim_stage,
       claim.attributedTo AS attributed_to,
       claim.confidence AS confidence,
       document.title AS title,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, COLLECT {
         MATCH (document)<-[:APPEARANCE_OF]-(place:Appearance:Hedgerow)
         RETURN place.path
         ORDER BY place.published, place.path LIMIT 1
       }[0]) AS address
