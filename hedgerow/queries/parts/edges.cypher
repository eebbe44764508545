// Read from whichever of two actors has fewer claims, events and ties.
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
RETURN edge.id AS id,
       edge.type AS type,
       edge.kind AS kind,
       [(edge)-[:ACTOR {role: 'source'}]->(who:Hedgerow) | who.id][0] AS source,
       [(edge)-[:ACTOR]->(who:Hedgerow) | who.id] AS actors,
       [(edge)-[:EVENT]->(event:Hedgerow) | event.id] AS events,
       edge.standing AS standing,
       edge.status AS status,
       coalesce(edge.date, edge.since) AS stated,
       coalesce(edge.dateEnd, edge.until) AS `end`,
       edge.firstPublished AS published,
       edge.level AS level,
       edge.fromLevel AS from_level,
       edge.item AS item,
       edge.place AS place,
       edge.documents AS documents,
       edge.confidence AS confidence,
       edge.lastConfirmed AS last_confirmed,
       [(edge)-[:OPENED_BY]->(event:Hedgerow) | event.id][0] AS opened_by,
       [(edge)-[:CLOSED_BY]->(event:Hedgerow) | event.id][0] AS closed_by
