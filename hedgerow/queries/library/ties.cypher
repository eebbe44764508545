// Read from whichever of the two has fewer claims, events and ties.
MATCH (one:Actor:Hedgerow)
WHERE one.id IN [$a, $b]
WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
MATCH (one)<-[:ACTOR]-(edge:Hedgerow)
WHERE (edge:Event OR edge:Tie) AND $pair IN edge.dyad
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
WITH edge, first, last ORDER BY first DESC, edge.id LIMIT 200
RETURN edge.id AS id,
       first AS first,
       last AS last,
       edge.type AS type,
       edge.kind AS kind,
       edge.standing AS standing,
       edge.status AS status,
       coalesce(edge.date, edge.since) AS stated,
       coalesce(edge.dateEnd, edge.until) AS `end`,
       edge.firstPublished AS published,
       [(edge)-[:ACTOR {role: 'source'}]->(who:Hedgerow) | who.id][0] AS source,
       [(edge)-[:ACTOR]->(who:Hedgerow) | who.id] AS actors,
       edge.level AS level,
       edge.item AS item,
       edge.place AS place,
       edge.lastConfirmed AS last_confirmed,
       edge.documents AS documents,
       coalesce(edge.sources, edge.documents) AS independent_sources
