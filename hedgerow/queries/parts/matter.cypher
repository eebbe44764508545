CALL {
  MATCH (edge:Hedgerow {id: $id})
  WHERE edge:Event OR edge:Tie OR edge:Claim
  RETURN edge
UNION
  OPTIONAL MATCH (known:Hedgerow {id: $id})
  WITH known WHERE known IS NULL
  MATCH (edge:Event:Hedgerow)
  WHERE edge.formerly IS NOT NULL AND $id IN edge.formerly
  RETURN edge
}
WITH edge,
     coalesce(edge.assertedBy, []) + [(edge)-[:ASSERTED_BY]->(who:Hedgerow) | who.id] AS asserted,
     coalesce(edge.deniedBy, []) + [(edge)-[:DENIED_BY]->(who:Hedgerow) | who.id] AS denied
UNWIND CASE asserted WHEN [] THEN [null] ELSE asserted END AS asserted_by
UNWIND CASE denied WHEN [] THEN [null] ELSE denied END AS denied_by
RETURN edge.id AS id,
       edge.type AS type,
       edge.kind AS kind,
       [(edge)-[:ACTOR]->(who:Hedgerow) | who.id] AS actors,
       [(edge)-[:ACTOR {role: 'source'}]->(who:Hedgerow) | who.id][0] AS source,
       edge.standing AS standing,
       edge.status AS status,
       edge.stage AS stage,
       edge.date AS date,
       edge.firstPublished AS first_published,
       edge.since AS since,
       edge.until AS until,
       edge.untilBasis AS until_basis,
       edge.level AS level,
       edge.item AS item,
       edge.place AS place,
       asserted_by AS asserted_by,
       denied_by AS denied_by
