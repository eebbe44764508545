UNWIND $ids AS wanted
MATCH (edge:Hedgerow {id: wanted})
MATCH (edge)-[:CLAIM]->(claim:Claim:Hedgerow)
WHERE claim[$attribute] IS NOT NULL
RETURN edge.id AS id, claim.id AS claim, claim[$attribute] AS value
