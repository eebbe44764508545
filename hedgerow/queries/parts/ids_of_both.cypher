// Read from whichever of two actors has fewer claims, events and ties.
MATCH (one:Actor:Hedgerow)
WHERE one.id IN [$a, $b]
WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
MATCH (one)<-[:ACTOR]-(edge:Hedgerow)
WHERE ($alone = one.id OR $pair IN edge.dyad)
  AND (edge:Event AND edge.type IN $types OR edge:Tie AND edge.kind IN $kinds)
RETURN DISTINCT edge.id AS id
