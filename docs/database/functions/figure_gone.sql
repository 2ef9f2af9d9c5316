CREATE OR REPLACE FUNCTION public.figure_gone(p_known timestamp with time zone)
 RETURNS TABLE(gone uuid, root uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$SELECT g.gone, g.root FROM gone_by(p_known) g$function$;
GRANT EXECUTE ON FUNCTION figure_gone(timestamp with time zone) TO holdfast_app;
