CREATE OR REPLACE FUNCTION public.answer_named(p_people uuid[], p_by timestamp with time zone, p_result text, p_alone boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  UPDATE other_child SET result = p_result, assessed_at = p_by, assessed_by = app_account()
  WHERE other_id = ANY (SELECT p FROM unnest(p_people) AS p WHERE works_with(p)) AND assessed_at IS NULL AND named_at <= p_by AND p_result IN ('at-risk', 'in-hand')
    AND NOT (p_alone AND child_id = ANY (p_people)) $function$;
GRANT EXECUTE ON FUNCTION answer_named(uuid[],timestamp with time zone,text,boolean) TO holdfast_app;
GRANT EXECUTE ON FUNCTION answer_named(uuid[],timestamp with time zone,text,boolean) TO holdfast_worker;
