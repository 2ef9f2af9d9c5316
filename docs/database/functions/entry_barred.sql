CREATE OR REPLACE FUNCTION public.entry_barred(e uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM entry_subject s JOIN person x ON x.id = s.person_id WHERE s.entry_id = e AND x.restricted AND NOT (x.id = ANY (app_opened_glass())))
    OR EXISTS (SELECT 1 FROM other_child o WHERE o.entry_id = e AND (person_barred(o.child_id) OR person_barred(o.other_id)))
    OR EXISTS (
      SELECT 1 FROM entry n JOIN entry_payload p ON p.entry_id = n.id CROSS JOIN LATERAL (
        SELECT p.body->>'other_id' AS id WHERE n.kind IN ('record-updated', 'not-the-same')
        UNION ALL SELECT p.body->>'matched_from' WHERE n.kind = 'record-updated'
        UNION ALL SELECT p.body->>'matched_to' WHERE n.kind = 'person-matched'
        UNION ALL SELECT p.body->>k FROM unnest(ARRAY['gone', 'kept']) AS k WHERE n.kind = 'people-parted'
        UNION ALL SELECT jsonb_array_elements_text(CASE WHEN jsonb_typeof(p.body->'linked_children') = 'array' THEN p.body->'linked_children' ELSE '[]' END)
        UNION ALL SELECT jsonb_array_elements_text(CASE WHEN p.body ? 'how' AND jsonb_typeof(p.body->'suspect_ids') = 'array' THEN p.body->'suspect_ids' ELSE '[]' END)) named
      WHERE n.id = e AND n.kind IN ('record-updated', 'referral-facts-added', 'information-received', 'not-the-same', 'person-matched', 'people-parted')
        AND person_barred(CASE WHEN named.id ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN named.id::uuid END)) $function$;
GRANT EXECUTE ON FUNCTION entry_barred(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION entry_barred(uuid) TO holdfast_worker;
