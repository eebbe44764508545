// Read from whichever of two actors has fewer claims, events and ties.
MATCH (one:Actor:Hedgerow)
WHERE one.id IN [$a, $b]
WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
MATCH (one)<-[:ACTOR]-(edge:Hedgerow)
WHERE (edge:Event OR edge:Tie) AND ($alone = one.id OR $pair IN edge.dyad)
RETURN DISTINCT edge.id AS id
