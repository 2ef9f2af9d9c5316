CREATE OR REPLACE FUNCTION public.identity_note(p_join uuid, p_tab text, p_op text, p_key jsonb, p_before jsonb, p_after jsonb, p_digest text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public'
AS $function$ INSERT INTO person_join_row (join_id, tab, op, key, before, after, digest) VALUES (p_join, p_tab, p_op, p_key, p_before, p_after, p_digest) $function$;
