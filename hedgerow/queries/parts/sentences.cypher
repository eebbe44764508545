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
       document.title AS title,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, COLLECT {
         MATCH (document)<-[:APPEARANCE_OF]-(place:Appearance:Hedgerow)
         RETURN place.path
         ORDER BY place.published, place.path LIMIT 1
       }[0]) AS address
