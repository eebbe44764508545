CALL () {
  MATCH (one:Actor:Hedgerow)
  WHERE one.id IN [$a, $b]
  WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
  MATCH (one)<-[:ACTOR]-(edge:Hedgerow)
  WHERE (edge:Event OR edge:Tie) AND ($alone = one.id OR $pair IN edge.dyad)
  RETURN edge
  UNION
  MATCH (edge:Event:Hedgerow {type: $type})
  RETURN edge
  UNION
  MATCH (edge:Tie:Hedgerow {kind: $kind})
  RETURN edge
}
WITH DISTINCT edge
MATCH (edge)<-[:HISTORY_OF]-(step:StatusEntry:Hedgerow)
RETURN edge.id AS id,
       step.position AS position,
       step.status AS status,
       step.stage AS stage,
       step.on AS `on`,
       step.basis AS basis
