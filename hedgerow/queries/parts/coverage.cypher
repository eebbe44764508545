WITH COLLECT {
       MATCH (document:Document:Hedgerow)
       WHERE document.publishedEarliest IS NOT NULL
       RETURN document.publishedEarliest
       ORDER BY document.publishedEarliest DESC LIMIT 200
     } AS newest,
     COLLECT {
       MATCH (document:Document:Hedgerow)
       WHERE document.publishedEarliest IS NOT NULL
       RETURN document.publishedEarliest
       ORDER BY document.publishedEarliest LIMIT 1
     } AS oldest,
     // The rows of event tables count as published on their own days.
     COLLECT {
       MATCH (document:Document:Hedgerow)
       WHERE document.firstDay IS NOT NULL
       RETURN document.firstDay
       ORDER BY document.firstDay LIMIT 1
     } AS starts,
     COLLECT {
       MATCH (document:Document:Hedgerow)
       WHERE document.lastDay IS NOT NULL
       RETURN document.lastDay
       ORDER BY document.lastDay DESC LIMIT 1
     } AS ends
RETURN COUNT { (:Document:Hedgerow) } AS documents,
       COUNT { (claim:Claim:Hedgerow) WHERE claim.eventCode IS NULL }
         + reduce(all = 0, one IN COLLECT {
             MATCH (document:Document:Hedgerow)
             WHERE document.rows IS NOT NULL
             RETURN document.rows
           } | all + one) AS claims,
       reduce(day = oldest[0], one IN starts | CASE WHEN day < one THEN day ELSE one END) AS first,
       reduce(day = newest[0], one IN ends | CASE WHEN day > one THEN day ELSE one END) AS last,
       newest[-1] AS recent
