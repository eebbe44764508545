// Read from whichever of the two has fewer claims, events and ties.
MATCH (one:Actor:Hedgerow)
WHERE one.id IN [$a, $b]
WITH one, COUNT { (one)<-[:ACTOR]-() } AS degree ORDER BY degree LIMIT 1
MATCH (one)<-[:ACTOR]-(tie:Tie:Hedgerow)
WHERE tie.kind = 'partnership'
  AND ($alone = $a OR $pair IN tie.dyad)
  AND (tie.sinceEarliest IS NULL OR tie.sinceEarliest <= $at)
  AND (tie.untilLatest IS NULL OR tie.untilLatest > $at)
MATCH (tie)-[:ACTOR]->(partner:Actor:Hedgerow)
WHERE partner.id <> $a AND ($alone = $a OR partner.id = $b)
WITH DISTINCT tie, partner
OPTIONAL MATCH (rung:RungOfTie:Hedgerow {id: tie.id + '/rung/' + substring($a, size('actor/'))})
RETURN partner.id AS partner,
       rung.name AS level,
       tie.level AS stated_level,
       tie.since AS since,
       tie.lastConfirmed AS last_confirmed,
       tie.documents AS documents,
       coalesce(tie.sources, tie.documents) AS independent_sources,
       tie.id AS tie,
       tie.kind AS kind,
       tie.until AS until,
       tie.untilBasis AS until_basis,
       tie.firstConfirmed AS first_confirmed,
       rung.rank AS rank,
       tie.sinceEarliest AS since_earliest
