CREATE OR REPLACE FUNCTION public.figure_same(p_person uuid, p_known timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
AS $function$
    BEGIN
      -- Of most nobody was ever joined: the walk through every joining is not theirs to wait for.
      IF NOT EXISTS (SELECT 1 FROM person_join j WHERE j.gone_id = p_person) AND NOT EXISTS (SELECT 1 FROM person_join j WHERE j.kept_id = p_person) THEN
        RETURN NEXT p_person;
        RETURN;
      END IF;
      RETURN QUERY WITH g AS MATERIALIZED (SELECT * FROM gone_by(p_known)), r AS MATERIALIZED (SELECT coalesce((SELECT g.root FROM g WHERE g.gone = p_person), p_person) AS id)
        SELECT r.id FROM r UNION SELECT g.gone FROM g JOIN r ON g.root = r.id;
    END $function$;
