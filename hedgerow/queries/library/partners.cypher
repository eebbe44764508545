MATCH (:Actor:Hedgerow {id: $a})<-[:ACTOR]-(edge:Hedgerow)
WHERE edge:Event
   OR edge:Tie AND (edge.sinceLatest IS NULL OR edge.sinceLatest <= $at)
               AND (edge.untilEarliest IS NULL OR edge.untilEarliest > $at)
WITH DISTINCT edge
UNWIND edge.dyad AS dyad
WITH dyad,
     CASE WHEN edge:Tie THEN 'held' ELSE edge.standing END AS word,
     coalesce(edge.kind, edge.type) AS what,
     count(edge) AS number
WITH dyad, collect(word + ' ' + what + ' ' + toString(number)) AS counts
RETURN 'dyad/' + dyad AS pair,
       reduce(told = counts[0], each IN counts[1..] | told + ',' + each) AS counts
