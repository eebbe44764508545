MATCH (document:Document:Hedgerow)
WHERE document.publishedEarliest IS NULL
WITH document ORDER BY document.id LIMIT 200
RETURN document.id AS document,
       document.title AS title,
       document.publisher AS publisher,
       coalesce(document.rows, COUNT { (document)<-[:DOCUMENT]-(:Claim:Hedgerow) }) AS claims,
       document.language AS language,
       coalesce(document.url, COLLECT {
         MATCH (document)<-[:APPEARANCE_OF]-(place:Appearance:Hedgerow)
         RETURN place.path
         ORDER BY place.published, place.path LIMIT 1
       }[0]) AS source
