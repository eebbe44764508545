MATCH (place:Appearance:Hedgerow)-[:APPEARANCE_OF]->(document:Document:Hedgerow)
WHERE place.handling IS NOT NULL
RETURN DISTINCT document.id AS document, place.handling AS mark
