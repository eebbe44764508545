WITH COLLECT {
       MATCH (document:Document:Hedgerow)
       WHERE document.publishedEarliest IS NOT NULL
       RETURN document.publishedEarliest
       ORDER BY document.publishedEarliest DESC LIMIT 200
     } AS newest
RETURN COUNT { (:Document:Hedgerow) } AS documents,
       COUNT { (:Claim:Hedgerow) } AS claims,
       COLLECT {
         MATCH (document:Document:Hedgerow)
         WHERE document.publishedEarliest IS NOT NULL
         RETURN document.publishedEarliest
         ORDER BY document.publishedEarliest LIMIT 1
       }[0] AS first,
       newest[0] AS last,
       newest[-1] AS recent
