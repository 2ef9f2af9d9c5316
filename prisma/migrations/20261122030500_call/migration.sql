-- A call about a restricted child is taken like any other: whoever looks for children may report it, and learns nothing of the record by that.
-- What is shown of it before the report is that it is restricted; once it is out, the open episode is seen by those who look.
CREATE FUNCTION restricted_to_report(p_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT app_looks_for() AND EXISTS (SELECT 1 FROM person p WHERE p.id = p_person AND p.restricted) $$;
REVOKE ALL ON FUNCTION restricted_to_report FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restricted_to_report TO holdfast_app, holdfast_worker;
