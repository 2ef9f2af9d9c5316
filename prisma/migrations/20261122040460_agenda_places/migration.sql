-- The places on an agenda, by name, for an agency that is asked to the meeting and works on no record here.
CREATE FUNCTION agenda_places(p_call uuid) RETURNS TABLE (item_id uuid, name text, line text, postcode text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, x.name, x.line, x.postcode FROM meeting_item i JOIN place x ON x.id = i.place_id WHERE i.call_id = p_call AND app_shares(i.call_id, i.shared_with) $$;
REVOKE ALL ON FUNCTION agenda_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agenda_places TO holdfast_app, holdfast_worker;
