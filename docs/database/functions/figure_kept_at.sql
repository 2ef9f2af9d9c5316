CREATE OR REPLACE FUNCTION public.figure_kept_at(p_measures jsonb, p_from timestamp with time zone, p_at timestamp with time zone, p_known timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT k.upto FROM figure_kept k JOIN jsonb_array_elements(p_measures) AS x ON k.measure = x->>'id' AND k.definition = md5(x::text)
  WHERE p_known = p_at AND k.from_at = p_from AND k.upto <= p_at AND (k.upto = p_at OR (k.upto > p_at - interval '3 days' AND NOT EXISTS (SELECT 1 FROM figure_kept l WHERE l.upto > p_at)))
  GROUP BY k.upto HAVING count(*) = jsonb_array_length(p_measures) ORDER BY k.upto DESC LIMIT 1 $function$;
