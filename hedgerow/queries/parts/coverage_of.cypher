// Read from whichever of the two has fewer claims, events and ties.
MATCH (one:Actor:Hedgerow)
WHERE one.id IN [$a, $b]
WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
MATCH (one)<-[:ACTOR]-(claim:Claim:Hedgerow)
WHERE $alone = one.id OR $pair IN claim.dyad
MATCH (claim)-[:DOCUMENT]->(document:Document:Hedgerow)
RETURN count(DISTINCT document) AS documents
