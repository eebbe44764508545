MATCH (event:Event:Hedgerow)
WHERE event.standing = 'contested'
WITH event ORDER BY event.documents DESC, event.id LIMIT 20
MATCH (event)-[:CLAIM]->(claim:Claim:Hedgerow)
RETURN event.id AS id,
       event.documents AS documents,
       claim.id AS claim,
       claim.quote AS quote,
       claim.status AS claim_status,
       claim.confidence AS confidence
