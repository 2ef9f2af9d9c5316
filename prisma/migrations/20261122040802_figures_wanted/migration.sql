-- CreateTable
CREATE TABLE "figure_wanted" (
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "upto" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_wanted_pkey" PRIMARY KEY ("from_at","upto")
);

-- ---------------------------------------------------------------------------------------------------------------------
/*
 * A page waits for a count a few seconds and no longer. What could not be counted by then is wanted: the worker counts that stretch before all else and
 * keeps it, and until then whoever asks is told at once that it is being counted. `upto`: the end of a past day; infinity: now. No number, and nobody's.
 */
ALTER TABLE figure_wanted ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_wanted FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON figure_wanted TO holdfast_owner USING (true) WITH CHECK (true);

-- How long one is told so without another try: the worker may be down, or the stretch may have grown quick to count.
CREATE FUNCTION figure_patience() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '10 minutes' $$;

-- From whoever may see figures; a few dozen at a time, so that nobody keeps the worker busy with days that nobody looks at.
CREATE FUNCTION want_figures(p_from timestamptz, p_upto timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_account() IS NULL OR cardinality(app_figure_boroughs()) = 0 OR p_from >= p_upto THEN RETURN; END IF;
  DELETE FROM figure_wanted WHERE asked_at < clock_timestamp() - interval '7 days';
  IF (SELECT count(*) FROM figure_wanted) >= 48 AND NOT EXISTS (SELECT 1 FROM figure_wanted w WHERE w.from_at = p_from AND w.upto = p_upto) THEN RETURN; END IF;
  INSERT INTO figure_wanted (from_at, upto, asked_at) VALUES (p_from, p_upto, clock_timestamp()) ON CONFLICT (from_at, upto) DO UPDATE SET asked_at = EXCLUDED.asked_at;
  PERFORM pg_notify('figures_wanted', '');
END $$;

-- Whether the worker was asked for it just now: then nobody waits for it in vain.
CREATE FUNCTION figure_is_wanted(p_from timestamptz, p_at timestamptz, p_known timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT app_account() IS NOT NULL AND p_known = p_at AND EXISTS (SELECT 1 FROM figure_wanted w WHERE w.from_at = p_from
    -- The last millisecond of a London day is a past day; anything else is now.
    AND w.upto = CASE WHEN (p_at + interval '1 millisecond') AT TIME ZONE 'Europe/London' = date_trunc('day', (p_at + interval '1 millisecond') AT TIME ZONE 'Europe/London') THEN p_at ELSE 'infinity' END
    AND w.asked_at > clock_timestamp() - figure_patience()) $$;

-- Of these stretches those that are kept, so that a page can say what is known already.
CREATE FUNCTION figures_ready(p_measures jsonb, p_froms timestamptz[], p_at timestamptz) RETURNS SETOF timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.from_at FROM unnest(p_froms) AS f(from_at) WHERE app_account() IS NOT NULL AND cardinality(app_figure_boroughs()) > 0 AND figure_kept_at(p_measures, f.from_at, p_at, p_at) IS NOT NULL $$;

-- What the worker was asked for in the last week, the newest question first; and that it has been counted.
CREATE FUNCTION wanted_figures() RETURNS TABLE (from_at timestamptz, upto timestamptz, now boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.from_at, nullif(w.upto, 'infinity'), w.upto = 'infinity' FROM figure_wanted w WHERE w.asked_at > clock_timestamp() - interval '7 days' ORDER BY w.asked_at DESC $$;
CREATE FUNCTION figures_no_more_wanted(p_from timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ DELETE FROM figure_wanted WHERE from_at = p_from AND upto = 'infinity' $$;

REVOKE ALL ON FUNCTION figure_patience, want_figures, figure_is_wanted, figures_ready, wanted_figures, figures_no_more_wanted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION want_figures, figure_is_wanted, figures_ready TO holdfast_app;
GRANT EXECUTE ON FUNCTION wanted_figures, figures_no_more_wanted TO holdfast_worker;

-- Asked of what is being counted already, the count says so before it begins.
DO $$
DECLARE f text; was text; became text;
BEGIN
  FOREACH f IN ARRAY ARRAY['figure_duty_counts(jsonb, timestamptz, timestamptz, timestamptz, text[], text[], text[])', 'figure_fact_counts(jsonb, timestamptz, timestamptz, timestamptz, text[])'] LOOP
    was := pg_get_functiondef(f::regprocedure);
    became := replace(was, 'IF since IS NULL THEN', 'IF since IS NULL THEN
    IF figure_is_wanted(p_from, p_at, p_known) THEN RAISE EXCEPTION ''these figures are being counted'' USING ERRCODE = ''HF001''; END IF;');
    IF became = was THEN RAISE EXCEPTION '% is not as it was', f; END IF;
    EXECUTE became;
  END LOOP;
END $$;
