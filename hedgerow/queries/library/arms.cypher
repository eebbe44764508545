MATCH (:Actor:Hedgerow {id: $a})<-[:ACTOR {role: 'other'}]-(event:Event:Hedgerow)
WHERE event.type IN ['arms_deal', 'arms_transfer']
WITH DISTINCT event
WITH event, [(event)-[:ACTOR {role: 'source'}]->(who:Hedgerow) | who.id][0] AS supplier
MATCH (event)-[:CLAIM]->(claim:Claim:Hedgerow)-[:DOCUMENT]->(document:Document:Hedgerow)
RETURN event.id AS id,
       supplier AS supplier,
       event.item AS item,
       event.type AS type,
       event.standing AS standing,
       event.status AS status,
       event.date AS stated,
       event.firstPublished AS published,
       event.documents AS documents,
       coalesce(event.sources, event.documents) AS independent_sources,
       document.id AS document,
       claim.id AS claim,
       claim.status AS claim_status,
       CASE WHEN claim.eventCode IS NULL THEN document.published ELSE claim.date END AS claim_published,
       claim.confidence AS confidence,
       claim.quote AS quote,
       document.publisher AS publisher,
       coalesce(claim.page, document.url, COLLECT {
         MATCH (document)<-[:APPEARANCE_OF]-(place:Appearance:Hedgerow)
         RETURN place.path
         ORDER BY place.published, place.path LIMIT 1
       }[0]) AS source,
       claim.page AS page
