CALL {
  MATCH (edge:Hedgerow {id: $id})-[:CLAIM]->(claim:Claim:Hedgerow)
  WHERE edge:Event OR edge:Tie
  RETURN claim
UNION
  OPTIONAL MATCH (known:Hedgerow {id: $id})
  WITH known WHERE known IS NULL
  MATCH (event:Event:Hedgerow)
  WHERE event.formerly IS NOT NULL AND $id IN event.formerly
  MATCH (event)-[:CLAIM]->(claim:Claim:Hedgerow)
  RETURN claim
UNION
  MATCH (claim:Claim:Hedgerow {id: $id})
  RETURN claim
}
MATCH (claim)-[:DOCUMENT]->(document:Document:Hedgerow)
RETURN claim.id AS claim,
       CASE WHEN claim.eventCode IS NULL THEN document.published ELSE claim.date END AS published,
       document.publisher AS publisher,
       document.title AS title,
       claim.quote AS quote,
       claim.status AS status,
       claim.stage AS stage,
       claim.phase AS phase,
       claim.date AS date,
       claim.attributedTo AS attributed_to,
       claim.engine AS engine,
       claim.rule AS rule,
       claim.confidence AS confidence,
       coalesce(claim.page, document.url, COLLECT {
         MATCH (document)<-[:APPEARANCE_OF]-(place:Appearance:Hedgerow)
         RETURN place.path
         ORDER BY place.published, place.path LIMIT 1
       }[0]) AS source,
       claim.start AS start,
       claim.end AS `end`,
       document.id AS document,
       [(document)-[:COPY_OF]->(one:Hedgerow) | one.id][0] AS copy_of,
       claim.page AS page
