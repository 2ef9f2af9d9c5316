CREATE OR REPLACE FUNCTION public.figure_joined(p_since timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$WITH j AS MATERIALIZED (SELECT gone_id, kept_id FROM person_join WHERE joined_at > p_since OR parted_at > p_since) SELECT gone_id FROM j UNION SELECT kept_id FROM j$function$;
