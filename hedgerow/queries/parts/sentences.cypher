UNWIND $ids AS wanted
MATCH (edge:Hedgerow {id: wanted})
MATCH (edge)-[:CLAIM]->(claim:Claim:Hedgerow)-[:DOCUMENT]->(document:Document:Hedgerow)
RETURN edge.id AS id,
       claim.id AS claim,
       document.id AS document,
       claim.quote AS quote,
       claim.status AS status,
       claim.stage AS stage,
       claim.phase AS phase,
       claim.date AS stated,
       claim.attributedTo AS attributed_to,
       claim.confidence AS confidence,
       [(document)-[:COPY_OF]->(one:Hedgerow) | one.id][0] AS copy_of,
       document.title AS title,
       document.publisher AS publisher,
       CASE WHEN claim.eventCode IS NULL THEN document.published ELSE claim.date END AS published,
       coalesce(claim.page, document.url, COLLECT {
         MATCH (document)<-[:APPEARANCE_OF]-(place:Appearance:Hedgerow)
         RETURN place.path
         ORDER BY place.published, place.path LIMIT 1
       }[0]) AS address,
       claim.page AS page
