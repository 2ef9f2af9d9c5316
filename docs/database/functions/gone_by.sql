CREATE OR REPLACE FUNCTION public.gone_by(p_known timestamp with time zone)
 RETURNS TABLE(gone uuid, root uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  WITH RECURSIVE standing AS MATERIALIZED (SELECT gone_id, kept_id FROM person_join WHERE app_account() IS NOT NULL AND joined_at <= p_known AND (parted_at IS NULL OR parted_at > p_known)),
  walk (gone, at, steps) AS (SELECT gone_id, kept_id, 1 FROM standing UNION ALL SELECT w.gone, s.kept_id, w.steps + 1 FROM walk w JOIN standing s ON s.gone_id = w.at WHERE w.steps < 50)
  SELECT DISTINCT ON (w.gone) w.gone, w.at FROM walk w ORDER BY w.gone, w.steps DESC $function$;
GRANT EXECUTE ON FUNCTION gone_by(timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION gone_by(timestamp with time zone) TO holdfast_worker;
