-- The page of places adds up every link of every place: whether its person is in the index was asked 31,725 times at four times London (1.2 s), of
-- readers whose index is all of London and to whom the answer is always yes (as the first wall has it: lib/access/reach-sql).
DROP POLICY see ON place_link;
CREATE POLICY see ON place_link FOR SELECT TO holdfast_app, holdfast_worker USING (
  CASE WHEN (SELECT app_account() IS NOT NULL AND '*' = ANY (app_index_boroughs())) THEN true ELSE index_open(person_id) END
  AND EXISTS (SELECT 1 FROM place p WHERE p.id = place_link.place_id) AND (part <> 'episode' OR NOT person_barred(person_id)));
