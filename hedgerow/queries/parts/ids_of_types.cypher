MATCH (edge:Event:Hedgerow)
WHERE edge.type IN $types
RETURN edge.id AS id
UNION
MATCH (edge:Tie:Hedgerow)
WHERE edge.kind IN $kinds
RETURN edge.id AS id
