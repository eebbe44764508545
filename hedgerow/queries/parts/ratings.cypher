MATCH (rating:Rating:Hedgerow)
RETURN rating.rated AS subject,
       rating.ratedOutlet AS outlet,
       rating.by AS by,
       rating.at AS at,
       rating.note AS note,
       rating.reliability AS reliability,
       rating.credibility AS credibility,
       rating.handling AS handling,
       reduce(told = '', mark IN coalesce(rating.replacedMark, []) |
              told + CASE told WHEN '' THEN '' ELSE '\n' END + mark) AS instead_of
