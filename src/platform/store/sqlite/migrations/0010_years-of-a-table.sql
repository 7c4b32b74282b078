-- Tables of months that were generated before they were summed by the year in which their lines arose.
UPDATE clearing SET body = json_set(body, '$.table.years', json('[]'))
WHERE kind = 'table' AND json_extract(body, '$.table.years') IS NULL;
