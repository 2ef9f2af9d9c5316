CREATE OR REPLACE FUNCTION public.referral_words(p_ids uuid[])
 RETURNS TABLE(id uuid, narrative text, as_sent jsonb, outcome_reason text, complex_reason text, complex_manager text, referrer_name text, referrer_contact text, suspect_relationship text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT r.id, CASE WHEN words THEN r.narrative END, CASE WHEN own THEN r.as_sent::jsonb END, CASE WHEN words THEN r.outcome_reason END,
    CASE WHEN words THEN r.complex_reason END, CASE WHEN words THEN r.complex_manager END, CASE WHEN record THEN r.referrer_name END,
    CASE WHEN record THEN r.referrer_contact END, CASE WHEN record THEN r.suspect_relationship END
  FROM referral r CROSS JOIN LATERAL (SELECT referral_barred(r.id) AS barred) b CROSS JOIN LATERAL (SELECT
    r.from_team_id = ANY (app_teams()) AS own,
    NOT b.barred AND (borough_in(r.borough, app_record_boroughs()) OR referral_opened(r.id, app_opened_record())) AS record,
    NOT b.barred AND (borough_in(r.borough, app_narrative_boroughs()) OR (borough_in(r.borough, app_exploitation_boroughs()) AND referral_bears(r.id)) OR referral_opened(r.id, app_opened_narrative())
      OR (borough_in(r.borough, app_involved_boroughs()) AND (r.to_agency = 'police' OR r.from_agency = 'police' OR r.concern IS NOT NULL))) AS words) reads
  WHERE r.id = ANY (p_ids) AND (own OR record OR words) $function$;
GRANT EXECUTE ON FUNCTION referral_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION referral_words(uuid[]) TO holdfast_worker;
