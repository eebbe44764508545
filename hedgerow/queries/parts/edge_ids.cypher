MATCH (edge:Hedgerow)
WHERE edge.id STARTS WITH $prefix AND $class IN labels(edge)
RETURN edge.id AS edge
ORDER BY edge LIMIT 3
