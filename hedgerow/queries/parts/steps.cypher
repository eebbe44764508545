UNWIND $ids AS wanted
MATCH (edge:Hedgerow {id: wanted})
MATCH (edge)<-[:HISTORY_OF]-(step:StatusEntry:Hedgerow)
RETURN edge.id AS id,
       step.position AS position,
       step.status AS status,
       step.stage AS stage,
       step.on AS `on`,
       step.basis AS basis
