CREATE OR REPLACE FUNCTION public.leavers_holding(p_now timestamp with time zone)
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT DISTINCT a.id, a.name FROM held_work() h JOIN account a ON a.id = h.account_id WHERE NOT works_in(h.account_id, h.borough, p_now) $function$;
GRANT EXECUTE ON FUNCTION leavers_holding(timestamp with time zone) TO holdfast_worker;
