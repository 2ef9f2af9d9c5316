-- CreateTable
CREATE TABLE "person_join" (
    "id" UUID NOT NULL,
    "gone_id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "referral_id" UUID,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_by" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "was_restricted" BOOLEAN NOT NULL,
    "parted_at" TIMESTAMPTZ(3),
    "parted_by" UUID,
    "parted_reason" TEXT,

    CONSTRAINT "person_join_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_join_row" (
    "n" BIGSERIAL NOT NULL,
    "join_id" UUID NOT NULL,
    "tab" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "digest" TEXT,
    "fate" TEXT,

    CONSTRAINT "person_join_row_pkey" PRIMARY KEY ("n")
);

-- CreateTable
CREATE TABLE "person_not_same" (
    "id" UUID NOT NULL,
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "said_by" UUID NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by" UUID,
    "taken_back_why" TEXT,

    CONSTRAINT "person_not_same_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_join_kept_id_idx" ON "person_join"("kept_id");

-- CreateIndex
CREATE INDEX "person_join_row_join_id_idx" ON "person_join_row"("join_id");

-- CreateIndex
CREATE INDEX "person_not_same_a_id_idx" ON "person_not_same"("a_id");

-- CreateIndex
CREATE INDEX "person_not_same_b_id_idx" ON "person_not_same"("b_id");

-- ---------------------------------------------------------------------------------------------------------------------
-- Two records of one person: joined by one mechanism whether the one came by a partner's form or was known for years, and parted again at any time.
-- A record is in one joining at a time, and never in one with itself.
CREATE UNIQUE INDEX person_join_stands ON person_join (gone_id) WHERE parted_at IS NULL;
CREATE INDEX person_join_gone ON person_join (gone_id, joined_at);
CREATE UNIQUE INDEX person_not_same_stands ON person_not_same (a_id, b_id) WHERE taken_back_at IS NULL;
ALTER TABLE person_join ADD CONSTRAINT person_join_two CHECK (gone_id <> kept_id), ADD CONSTRAINT person_join_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT person_join_parted CHECK ((parted_at IS NULL) = (parted_by IS NULL) AND (parted_at IS NULL) = (parted_reason IS NULL) AND btrim(coalesce(parted_reason, 'x')) <> '' AND parted_at >= joined_at),
  ADD CONSTRAINT person_join_gone_known FOREIGN KEY (gone_id) REFERENCES person (id), ADD CONSTRAINT person_join_kept_known FOREIGN KEY (kept_id) REFERENCES person (id);
ALTER TABLE person_join_row ADD CONSTRAINT person_join_row_op CHECK (op IN ('added', 'moved', 'changed', 'removed')), ADD CONSTRAINT person_join_row_fate CHECK (fate IN ('back', 'stays')),
  ADD CONSTRAINT person_join_row_join FOREIGN KEY (join_id) REFERENCES person_join (id);
ALTER TABLE person_not_same ADD CONSTRAINT person_not_same_two CHECK (a_id < b_id), ADD CONSTRAINT person_not_same_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT person_not_same_taken_back CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL) AND (taken_back_at IS NULL) = (taken_back_why IS NULL) AND btrim(coalesce(taken_back_why, 'x')) <> ''),
  ADD CONSTRAINT person_not_same_a_known FOREIGN KEY (a_id) REFERENCES person (id), ADD CONSTRAINT person_not_same_b_known FOREIGN KEY (b_id) REFERENCES person (id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_join', 'person_join_row', 'person_not_same'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO holdfast_app, holdfast_worker', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_never_cut', t);
  END LOOP;
END $$;
-- Read by whoever has the record of one of the two, and never of a restricted one that is not open to them. Written by the functions below alone.
CREATE FUNCTION pair_in_reach(a uuid, b uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT NOT any_barred(ARRAY[a, b]) AND (person_in(a, app_record_boroughs()) OR person_in(b, app_record_boroughs()) OR a = ANY (app_opened_record()) OR b = ANY (app_opened_record())) $$;
REVOKE ALL ON FUNCTION pair_in_reach FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pair_in_reach TO holdfast_app, holdfast_worker;
CREATE POLICY see ON person_join FOR SELECT TO holdfast_app, holdfast_worker USING (pair_in_reach(gone_id, kept_id));
CREATE POLICY see ON person_join_row FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM person_join j WHERE j.id = join_id));
CREATE POLICY see ON person_not_same FOR SELECT TO holdfast_app, holdfast_worker USING (pair_in_reach(a_id, b_id));

CREATE FUNCTION person_join_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a joining is parted, never deleted'; END IF;
  IF OLD.parted_at IS NOT NULL OR (to_jsonb(NEW) - ARRAY['parted_at', 'parted_by', 'parted_reason']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['parted_at', 'parted_by', 'parted_reason'])
  THEN RAISE EXCEPTION 'a joining is parted once, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_join_never_edited BEFORE UPDATE OR DELETE ON person_join FOR EACH ROW EXECUTE FUNCTION person_join_guard();
CREATE FUNCTION person_join_row_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.fate IS NOT NULL OR (to_jsonb(NEW) - 'fate') IS DISTINCT FROM (to_jsonb(OLD) - 'fate') THEN RAISE EXCEPTION 'what a joining did is written once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_join_row_never_edited BEFORE UPDATE OR DELETE ON person_join_row FOR EACH ROW EXECUTE FUNCTION person_join_row_guard();
CREATE FUNCTION person_not_same_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL OR (to_jsonb(NEW) - ARRAY['taken_back_at', 'taken_back_by', 'taken_back_why']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['taken_back_at', 'taken_back_by', 'taken_back_why'])
  THEN RAISE EXCEPTION 'never the same is taken back once, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_not_same_never_edited BEFORE UPDATE OR DELETE ON person_not_same FOR EACH ROW EXECUTE FUNCTION person_not_same_guard();

-- Rows that stand for ever follow the person they are about: only within the functions below, which note each of them. No role that signs in is the owner.
CREATE FUNCTION identity_moving() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT current_user = 'holdfast_owner' AND current_setting('app.identity_moving', true) = 'on' $$;
DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT t.tgname, t.tgrelid::regclass AS tab, pg_get_triggerdef(t.oid) AS def FROM pg_trigger t
    WHERE NOT t.tgisinternal AND pg_get_triggerdef(t.oid) ~ ' BEFORE .*(UPDATE|DELETE)' AND t.tgrelid::regclass::text = ANY (ARRAY['action', 'episode', 'forum_decision', 'found_with', 'interview_request', 'trigger_plan',
      'protection', 'other_child', 'warning_notice', 'person_identifier', 'place_link', 'place_event', 'place_note', 'research_check', 'cse_category', 'exploitation_work', 'exploitation_case', 'flag_match',
      'meeting_item', 'meeting_call_child'])
  LOOP
    IF r.def LIKE '% WHEN (%' THEN RAISE EXCEPTION 'trigger % has a condition of its own', r.tgname; END IF;
    EXECUTE format('DROP TRIGGER %I ON %s', r.tgname, r.tab);
    EXECUTE regexp_replace(r.def, ' EXECUTE FUNCTION ', ' WHEN (NOT identity_moving()) EXECUTE FUNCTION ');
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What the joining does to rows. Each row it makes, moves, changes or takes away is noted; nothing else writes here.
CREATE FUNCTION identity_keyed(p_key jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT string_agg(format('t.%1$I = k.%1$I', key), ' AND ') FROM jsonb_object_keys(p_key) AS key $$;
CREATE FUNCTION identity_note(p_join uuid, p_tab text, p_op text, p_key jsonb, p_before jsonb, p_after jsonb, p_digest text) RETURNS void LANGUAGE sql SET search_path = public AS
  $$ INSERT INTO person_join_row (join_id, tab, op, key, before, after, digest) VALUES (p_join, p_tab, p_op, p_key, p_before, p_after, p_digest) $$;

-- Moves what stands about one person to the other, row by row: one that the other has already stays where it is, and is counted.
-- `mode`: what a parting does with a row that was worked on since. 'split': the record it came from has it back as it was, and a row of its own stays with the
-- other; 'restore': back as it was; 'stay': it stays with the other. A row nobody worked on always goes back.
CREATE FUNCTION identity_move(p_join uuid, p_from uuid, p_to uuid, p_tab text, p_col text, p_keys text[], p_mode text) RETURNS int LANGUAGE plpgsql SET search_path = public AS $$
DECLARE r jsonb; k jsonb; n int := 0; empty jsonb;
BEGIN
  FOR r IN EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.%I = $1', p_tab, p_col) USING p_from LOOP
    SELECT jsonb_object_agg(key, r->key) INTO k FROM unnest(p_keys) AS key;
    -- Between the two of them: moved, it would stand between somebody and themselves.
    IF EXISTS (SELECT 1 FROM jsonb_each_text(r - p_col) AS v WHERE v.value = p_to::text) THEN
      n := n + 1;
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('UPDATE %I t SET %I = $1 FROM jsonb_populate_record(NULL::%I, $2) k WHERE t.%I = $3 AND %s', p_tab, p_col, p_tab, p_col, identity_keyed(k)) USING p_to, k, p_from;
      SELECT coalesce(jsonb_agg(e.key ORDER BY e.key), '[]') INTO empty FROM jsonb_each(r) AS e WHERE e.value = 'null';
      PERFORM identity_note(p_join, p_tab, 'moved', k, jsonb_build_object('col', p_col, 'mode', p_mode, 'empty', empty), '{}', md5((r - p_col)::text));
    EXCEPTION WHEN unique_violation OR check_violation THEN n := n + 1;
    END;
  END LOOP;
  RETURN n;
END $$;

-- Adds a row for the record that stays, unless it has one like it; noted with a digest, by which it is known later whether it was worked on.
CREATE FUNCTION identity_add(p_join uuid, p_tab text, p_row jsonb, p_keys text[]) RETURNS boolean LANGUAGE plpgsql SET search_path = public AS $$
DECLARE made jsonb; k jsonb;
BEGIN
  EXECUTE format('INSERT INTO %1$I AS t SELECT (jsonb_populate_record(NULL::%1$I, $1)).* ON CONFLICT DO NOTHING RETURNING to_jsonb(t)', p_tab) INTO made USING p_row;
  IF made IS NULL THEN RETURN false; END IF;
  SELECT jsonb_object_agg(key, made->key) INTO k FROM unnest(p_keys) AS key;
  PERFORM identity_note(p_join, p_tab, 'added', k, '{}', '{}', md5(made::text));
  RETURN true;
END $$;

-- Changes columns of one row, noted with what they were and a digest of what they became.
CREATE FUNCTION identity_change(p_join uuid, p_tab text, p_key jsonb, p_set jsonb) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE was jsonb; becomes jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(t) FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', p_tab, identity_keyed(p_key)) INTO was USING p_key;
  EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) k, jsonb_populate_record(NULL::%1$I, $2) v WHERE %3$s RETURNING to_jsonb(t)', p_tab,
    (SELECT string_agg(format('%1$I = v.%1$I', key), ', ') FROM jsonb_object_keys(p_set) AS key), identity_keyed(p_key)) INTO becomes USING p_key, p_set;
  -- Noted by the key it has now: a role that changed is part of it.
  PERFORM identity_note(p_join, p_tab, 'changed', (SELECT jsonb_object_agg(key, becomes->key) FROM jsonb_object_keys(p_key) AS key), (SELECT jsonb_object_agg(key, was->key) FROM jsonb_object_keys(p_set) AS key),
    (SELECT jsonb_object_agg(key, md5((becomes->key)::text)) FROM jsonb_object_keys(p_set) AS key), NULL);
END $$;

CREATE FUNCTION same_line(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT regexp_replace(lower(coalesce(a, '')), '[^a-z0-9]', '', 'g') = regexp_replace(lower(coalesce(b, '')), '[^a-z0-9]', '', 'g') $$;

-- Beside what stands on the record that stays, and never in its place: boroughs, names, addresses, flags, ties, matters, and what is not known of it and was known of
-- the other. May be done again: what is there already is left alone. Answers what was told otherwise of the other.
CREATE FUNCTION identity_copy(p_join uuid, p_gone uuid, p_kept uuid, p_at timestamptz) RETURNS jsonb LANGUAGE plpgsql SET search_path = public AS $$
DECLARE g person; k person; r record; told jsonb := '{}'; own text; n int := 0; fill jsonb; other uuid; there relationship;
BEGIN
  SELECT * INTO STRICT g FROM person WHERE id = p_gone;
  SELECT * INTO STRICT k FROM person WHERE id = p_kept;
  FOR r IN SELECT * FROM person_reach WHERE person_id = p_gone LOOP
    PERFORM identity_add(p_join, 'person_reach', to_jsonb(r) || jsonb_build_object('person_id', p_kept, 'since', p_at), ARRAY['person_id', 'borough', 'why']);
  END LOOP;
  own := concat_ws(' ', nullif(btrim(g.given_name), ''), nullif(btrim(g.family_name), ''));
  FOR r IN SELECT own AS name UNION SELECT x.name FROM person_name x WHERE x.person_id = p_gone LOOP
    CONTINUE WHEN r.name = '' OR lower(r.name) = lower(concat_ws(' ', k.given_name, k.family_name)) OR EXISTS (SELECT 1 FROM person_name x WHERE x.person_id = p_kept AND lower(x.name) = lower(r.name));
    PERFORM identity_add(p_join, 'person_name', jsonb_build_object('id', gen_random_uuid(), 'person_id', p_kept, 'name', r.name, 'kind', 'told'), ARRAY['id']);
    IF r.name = own THEN told := told || jsonb_build_object('told_name', own); END IF;
  END LOOP;
  -- Since when they live there nobody said of this person: such an address stands behind the one that the record gives as theirs.
  FOR r IN SELECT * FROM person_address a WHERE a.person_id = p_gone LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM person_address x WHERE x.person_id = p_kept AND same_line(x.line, r.line) AND same_line(x.postcode, r.postcode));
    PERFORM identity_add(p_join, 'person_address', to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(), 'person_id', p_kept, 'since', NULL, 'created_at', p_at), ARRAY['id']);
    n := n + 1;
  END LOOP;
  IF n > 0 THEN told := told || jsonb_build_object('told_addresses', n); END IF;
  FOR r IN SELECT DISTINCT ON (f.code) f.* FROM flag f WHERE f.person_id = p_gone AND f.removed_at IS NULL ORDER BY f.code, f.added_at LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM flag x WHERE x.person_id = p_kept AND x.code = r.code AND x.removed_at IS NULL);
    PERFORM identity_add(p_join, 'flag', to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(), 'person_id', p_kept), ARRAY['id']);
  END LOOP;
  IF g.born_on IS NOT NULL AND g.born_on IS DISTINCT FROM k.born_on THEN told := told || jsonb_build_object('told_born_on', g.born_on); END IF;
  IF g.telephone IS NOT NULL AND g.telephone IS DISTINCT FROM k.telephone THEN told := told || jsonb_build_object('told_telephone', g.telephone); END IF;
  SELECT jsonb_object_agg(e.key, e.value) INTO fill FROM jsonb_each(to_jsonb(g)) AS e
    WHERE e.key = ANY (ARRAY['born_on', 'sex', 'looked_after', 'responsible_authority', 'plan_category', 'placement', 'home_borough', 'telephone', 'lead_name', 'health'])
      AND e.value NOT IN ('null', '[]') AND coalesce(to_jsonb(k)->e.key, 'null') IN ('null', '[]');
  IF fill IS NOT NULL THEN PERFORM identity_change(p_join, 'person', jsonb_build_object('id', p_kept), fill); END IF;
  -- Who is who to them goes on from the record that stays; the other's ties end, and stay to be seen.
  FOR r IN SELECT * FROM relationship t WHERE (t.person_id = p_gone OR t.other_id = p_gone) AND t.until IS NULL LOOP
    other := CASE WHEN r.person_id = p_gone THEN r.other_id ELSE r.person_id END;
    IF other <> p_kept THEN
      SELECT * INTO there FROM relationship t WHERE t.kind = r.kind AND t.person_id = CASE WHEN r.person_id = p_gone THEN p_kept ELSE other END AND t.other_id = CASE WHEN r.person_id = p_gone THEN other ELSE p_kept END;
      IF there.id IS NULL THEN
        PERFORM identity_add(p_join, 'relationship', to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(), 'since', p_at, 'person_id', CASE WHEN r.person_id = p_gone THEN p_kept ELSE other END,
          'other_id', CASE WHEN r.person_id = p_gone THEN other ELSE p_kept END), ARRAY['id']);
      ELSIF there.until IS NOT NULL THEN PERFORM identity_change(p_join, 'relationship', jsonb_build_object('id', there.id), '{"until": null}');
      END IF;
    END IF;
    PERFORM identity_change(p_join, 'relationship', jsonb_build_object('id', r.id), jsonb_build_object('until', p_at));
  END LOOP;
  -- What was sent about the one is about the other.
  FOR r IN SELECT * FROM referral_person t WHERE t.person_id = p_gone AND t.role <> 'matched' LOOP
    PERFORM identity_add(p_join, 'referral_person', to_jsonb(r) || jsonb_build_object('person_id', p_kept, 'provisional', false, 'looked_at', NULL, 'looked_by', NULL), ARRAY['referral_id', 'person_id', 'role']);
    BEGIN
      PERFORM identity_change(p_join, 'referral_person', jsonb_build_object('referral_id', r.referral_id, 'person_id', p_gone, 'role', r.role),
        jsonb_build_object('role', 'matched', 'looked_at', coalesce(r.looked_at, p_at), 'looked_by', coalesce(r.looked_by, app_account())));
    EXCEPTION WHEN unique_violation THEN
      -- Named twice in one referral: one row of it is enough to say so.
      DELETE FROM referral_person t WHERE t.referral_id = r.referral_id AND t.person_id = p_gone AND t.role = r.role;
      PERFORM identity_note(p_join, 'referral_person', 'removed', jsonb_build_object('referral_id', r.referral_id, 'person_id', p_gone, 'role', r.role), to_jsonb(r), '{}', NULL);
    END;
  END LOOP;
  RETURN told;
END $$;

-- Categories of exploitation follow one another: each stands until the next. Put aside while rows are moved, because one alone stands.
CREATE FUNCTION identity_categories(p_people uuid[], p_aside boolean) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF p_aside THEN UPDATE cse_category SET superseded_at = set_at WHERE person_id = ANY (p_people) AND superseded_at IS NULL;
  ELSE
    UPDATE cse_category c SET superseded_at = x.next FROM (SELECT entry_id, person_id, lead(set_at) OVER (PARTITION BY person_id ORDER BY set_at, entry_id) AS next FROM cse_category WHERE person_id = ANY (p_people)) x
      WHERE c.entry_id = x.entry_id AND c.person_id = x.person_id AND c.superseded_at IS DISTINCT FROM x.next;
  END IF;
END $$;

-- Why two may not be joined as they stand: an open time away or a flag whose removal is being asked about on the record that would go.
CREATE FUNCTION join_stopped_by(p_gone uuid, p_kept uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN app_account() IS NULL OR any_barred(ARRAY[p_gone, p_kept]) OR NOT (person_in(p_gone, app_record_boroughs()) OR p_gone = ANY (app_opened_record())) THEN 'unknown'
    WHEN EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p_gone AND e.returned_at IS NULL) AND EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p_kept AND e.returned_at IS NULL) THEN 'both-away'
    WHEN EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p_gone AND (e.returned_at IS NULL OR e.closed_at IS NULL)) THEN 'away'
    WHEN EXISTS (SELECT 1 FROM flag_removal f WHERE f.person_id = p_gone AND f.outcome IS NULL) THEN 'flag-asked'
    WHEN (SELECT restricted FROM person WHERE id = p_gone) AND NOT (SELECT restricted FROM person WHERE id = p_kept) THEN 'restricted' END $$;

-- Joins `p_gone` to `p_kept`. The caller has locked both, asked who may, and tells the chronology; this answers for the rows, and for nothing more than it may be asked:
-- somebody is signed in, the record that goes is in their reach, and neither is restricted and unopened.
CREATE FUNCTION join_people(p_join uuid, p_gone uuid, p_kept uuid, p_borough text, p_reason text, p_referral uuid, p_at timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET timezone = 'UTC' AS $$
DECLARE told jsonb; m record; k person; g person; r record; left_there int := 0;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a joining needs an actor'; END IF;
  IF any_barred(ARRAY[p_gone, p_kept]) OR NOT (person_in(p_gone, app_record_boroughs()) OR p_gone = ANY (app_opened_record())) OR NOT (person_in(p_kept, app_index_boroughs()) OR p_kept = ANY (app_opened_record())) THEN RAISE EXCEPTION 'a joining needs both records in reach'; END IF;
  SELECT * INTO STRICT g FROM person WHERE id = p_gone FOR NO KEY UPDATE;
  SELECT * INTO STRICT k FROM person WHERE id = p_kept FOR NO KEY UPDATE;
  IF g.matched_to IS NOT NULL OR k.matched_to IS NOT NULL THEN RAISE EXCEPTION 'one of them is joined already'; END IF;
  IF join_stopped_by(p_gone, p_kept) IS NOT NULL THEN RAISE EXCEPTION 'not joined: %', join_stopped_by(p_gone, p_kept); END IF;
  INSERT INTO person_join (id, gone_id, kept_id, borough, referral_id, joined_at, joined_by, reason, was_restricted) VALUES (p_join, p_gone, p_kept, p_borough, p_referral, p_at, app_account(), p_reason, g.restricted);
  PERFORM set_config('app.identity_moving', 'on', true);
  told := identity_copy(p_join, p_gone, p_kept, p_at);
  PERFORM identity_categories(ARRAY[p_gone, p_kept], true);
  FOR m IN SELECT * FROM (VALUES
    ('cse_category', 'person_id', ARRAY['entry_id', 'person_id'], 'restore'), ('exploitation_work', 'person_id', ARRAY['entry_id', 'person_id'], 'restore'),
    ('action', 'child_id', ARRAY['id'], 'split'), ('protection', 'person_id', ARRAY['id'], 'split'), ('other_child', 'child_id', ARRAY['id'], 'split'), ('other_child', 'other_id', ARRAY['id'], 'split'),
    ('other_child', 'suspect_id', ARRAY['id'], 'restore'), ('warning_notice', 'adult_id', ARRAY['id'], 'split'), ('warning_notice', 'child_id', ARRAY['id'], 'split'), ('person_identifier', 'person_id', ARRAY['id'], 'split'),
    ('place_link', 'person_id', ARRAY['id'], 'split'), ('place_event', 'adult_id', ARRAY['id'], 'restore'), ('place_note', 'person_id', ARRAY['id'], 'restore'), ('research_check', 'person_id', ARRAY['id'], 'restore'),
    ('exploitation_case', 'person_id', ARRAY['id'], 'restore'), ('flag_match', 'person_id', ARRAY['id'], 'restore'), ('episode', 'person_id', ARRAY['id'], 'stay'), ('interview_request', 'person_id', ARRAY['id'], 'stay'),
    ('forum_decision', 'person_id', ARRAY['id'], 'restore'), ('found_with', 'person_id', ARRAY['id'], 'restore'), ('meeting_item', 'person_id', ARRAY['id'], 'stay'),
    ('meeting_child', 'person_id', ARRAY['meeting_id', 'person_id'], 'restore'), ('meeting_call_child', 'person_id', ARRAY['call_id', 'person_id'], 'restore')) AS moved (tab, col, keys, mode)
  LOOP
    left_there := left_there + CASE WHEN m.tab IN ('meeting_child', 'meeting_call_child') THEN 0 ELSE 1 END * identity_move(p_join, p_gone, p_kept, m.tab, m.col, m.keys, m.mode);
  END LOOP;
  -- The trigger plan of a child who has none here; where there is one, theirs stands and the other is read beside it.
  IF NOT EXISTS (SELECT 1 FROM trigger_plan WHERE person_id = p_kept) THEN PERFORM identity_move(p_join, p_gone, p_kept, 'trigger_plan', 'person_id', ARRAY['id'], 'restore'); END IF;
  PERFORM identity_categories(ARRAY[p_gone, p_kept], false);
  -- Both were at it: one is enough.
  FOR r IN DELETE FROM meeting_child WHERE person_id = p_gone RETURNING * LOOP
    PERFORM identity_note(p_join, 'meeting_child', 'removed', to_jsonb(r), to_jsonb(r), '{}', NULL);
  END LOOP;
  FOR r IN DELETE FROM meeting_call_child WHERE person_id = p_gone RETURNING * LOOP
    PERFORM identity_note(p_join, 'meeting_call_child', 'removed', to_jsonb(r), to_jsonb(r), '{}', NULL);
  END LOOP;
  PERFORM set_config('app.identity_moving', 'off', true);
  -- Without the restriction whoever may not know of the restricted person would read of them under the other record.
  UPDATE person SET matched_to = p_kept, restricted = g.restricted OR k.restricted WHERE id = p_gone;
  IF k.restricted AND NOT g.restricted THEN UPDATE record_opening SET ends_at = p_at WHERE person_id = p_gone AND NOT break_glass AND ends_at > p_at; END IF;
  RETURN told || CASE WHEN left_there > 0 THEN jsonb_build_object('left_there', left_there) ELSE '{}' END;
END $$;

-- Was there work on the record that stays since they were joined, beside what was told again: in this borough, on this referral?
CREATE FUNCTION worked_since(p_person uuid, p_since timestamptz, p_borough text, p_referral uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
    WHERE s.person_id = p_person AND e.recorded_at >= p_since AND (p_borough IS NULL OR e.ledger = p_borough) AND (p_referral IS NULL OR e.referral_id = p_referral)
      AND e.kind NOT IN ('people-parted', 'person-matched', 'not-the-same', 'act-refused') AND NOT coalesce(p.body ? 'told_again_of' OR p.body->>'about' = 'matched', false)) $$;

-- Walks what the joining did backwards. A row that nobody worked on goes back or away; one that was worked on stays with the record that stood.
CREATE FUNCTION identity_back(p_row person_join_row, p_join person_join) RETURNS text LANGUAGE plpgsql SET search_path = public AS $$
DECLARE now_is jsonb; w text := identity_keyed(p_row.key); key jsonb := p_row.key; col text := p_row.before->>'col'; mode text := p_row.before->>'mode'; put jsonb;
BEGIN
  IF p_row.op = 'removed' THEN
    EXECUTE format('INSERT INTO %1$I SELECT (jsonb_populate_record(NULL::%1$I, $1)).* ON CONFLICT DO NOTHING', p_row.tab) USING p_row.before;
    RETURN 'back';
  END IF;
  IF p_row.op = 'moved' THEN key := jsonb_set(key, ARRAY[col], to_jsonb(p_join.kept_id), false); END IF;
  EXECUTE format('SELECT to_jsonb(t) FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', p_row.tab, w) INTO now_is USING key;
  IF now_is IS NULL THEN RETURN 'stays'; END IF;
  IF p_row.op = 'added' THEN
    IF md5(now_is::text) <> p_row.digest
      OR (p_row.tab = 'person_reach' AND worked_since(p_join.kept_id, p_join.joined_at, now_is->>'borough', NULL))
      OR (p_row.tab = 'referral_person' AND worked_since(p_join.kept_id, p_join.joined_at, NULL, (now_is->>'referral_id')::uuid)) THEN RETURN 'stays'; END IF;
    EXECUTE format('DELETE FROM %1$I t USING jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', p_row.tab, w) USING key;
    RETURN 'back';
  END IF;
  IF p_row.op = 'changed' THEN
    -- Each column by itself: what was put right since stays.
    SELECT jsonb_object_agg(b.key, b.value) INTO put FROM jsonb_each(p_row.before) AS b WHERE md5((now_is->b.key)::text) = p_row.after->>b.key;
    IF put IS NULL THEN RETURN 'stays'; END IF;
    EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) k, jsonb_populate_record(NULL::%1$I, $2) v WHERE %3$s', p_row.tab,
      (SELECT string_agg(format('%1$I = v.%1$I', c), ', ') FROM jsonb_object_keys(put) AS c), w) USING key, put;
    RETURN CASE WHEN (SELECT count(*) FROM jsonb_object_keys(put)) = (SELECT count(*) FROM jsonb_object_keys(p_row.before)) THEN 'back' ELSE 'stays' END;
  END IF;
  -- It is about somebody else by now: a later act has it.
  IF now_is->>col IS DISTINCT FROM p_join.kept_id::text THEN RETURN 'stays'; END IF;
  put := jsonb_build_object(col, p_join.gone_id);
  IF md5((now_is - col)::text) <> p_row.digest THEN
    IF mode = 'stay' THEN RETURN 'stays'; END IF;
    put := put || coalesce((SELECT jsonb_object_agg(c, 'null'::jsonb) FROM jsonb_array_elements_text(p_row.before->'empty') AS c), '{}');
  END IF;
  EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) k, jsonb_populate_record(NULL::%1$I, $2) v WHERE %3$s', p_row.tab,
    (SELECT string_agg(format('%1$I = v.%1$I', c), ', ') FROM jsonb_object_keys(put) AS c), w) USING key, put;
  IF mode = 'split' AND md5((now_is - col)::text) <> p_row.digest THEN
    EXECUTE format('INSERT INTO %1$I SELECT (jsonb_populate_record(NULL::%1$I, $1)).*', p_row.tab) USING now_is || jsonb_build_object('id', gen_random_uuid());
    RETURN 'stays';
  END IF;
  RETURN 'back';
END $$;

-- Parts them. `p_lift`: the record that went is restricted by the joining alone, and somebody who may lift it, with the record open to them, has said that it goes.
-- Answers how many rows went back and how many stay, by table, and whether the record that went is still restricted though it was not before.
CREATE FUNCTION part_people(p_join uuid, p_reason text, p_lift boolean, p_at timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET timezone = 'UTC' AS $$
DECLARE j person_join; r person_join_row; f text; other person_join; answer jsonb; g person;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a parting needs an actor'; END IF;
  SELECT * INTO STRICT j FROM person_join WHERE id = p_join FOR UPDATE;
  IF j.parted_at IS NOT NULL THEN RAISE EXCEPTION 'they are parted already'; END IF;
  IF any_barred(ARRAY[j.gone_id, j.kept_id]) OR NOT (person_in(j.kept_id, app_record_boroughs()) OR j.kept_id = ANY (app_opened_record())) THEN RAISE EXCEPTION 'a parting needs both records in reach'; END IF;
  IF EXISTS (SELECT 1 FROM person WHERE id = j.kept_id AND matched_to IS NOT NULL) THEN RAISE EXCEPTION 'the record that stayed is itself joined to another'; END IF;
  SELECT * INTO STRICT g FROM person WHERE id = j.gone_id FOR NO KEY UPDATE;
  PERFORM set_config('app.identity_moving', 'on', true);
  PERFORM identity_categories(ARRAY[j.gone_id, j.kept_id], true);
  FOR r IN SELECT * FROM person_join_row WHERE join_id = p_join ORDER BY n DESC LOOP
    BEGIN
      f := identity_back(r, j);
    EXCEPTION WHEN unique_violation OR foreign_key_violation OR check_violation THEN f := 'stays';
    END;
    UPDATE person_join_row SET fate = f WHERE n = r.n;
  END LOOP;
  PERFORM identity_categories(ARRAY[j.gone_id, j.kept_id], false);
  UPDATE person SET matched_to = NULL, restricted = CASE WHEN j.was_restricted THEN true WHEN p_lift AND (j.gone_id = ANY (app_opened_glass()) OR j.kept_id = ANY (app_opened_glass())) THEN false ELSE restricted END WHERE id = j.gone_id;
  UPDATE person_join SET parted_at = p_at, parted_by = app_account(), parted_reason = p_reason WHERE id = p_join;
  -- What another record that is joined here has beside what this one took away.
  FOR other IN SELECT * FROM person_join WHERE kept_id = j.kept_id AND parted_at IS NULL ORDER BY joined_at LOOP
    PERFORM identity_copy(other.id, other.gone_id, other.kept_id, p_at);
  END LOOP;
  PERFORM set_config('app.identity_moving', 'off', true);
  SELECT jsonb_build_object('rows', coalesce(jsonb_agg(x), '[]'), 'still_restricted', (SELECT restricted AND NOT j.was_restricted FROM person WHERE id = j.gone_id)) INTO answer
    FROM (SELECT tab, fate, count(*)::int AS many FROM person_join_row WHERE join_id = p_join GROUP BY tab, fate ORDER BY tab, fate) AS x;
  RETURN answer;
END $$;

CREATE FUNCTION say_not_same(p_id uuid, p_one uuid, p_other uuid, p_reason text, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_account() IS NULL OR any_barred(ARRAY[p_one, p_other]) OR NOT (person_in(p_one, app_record_boroughs()) OR p_one = ANY (app_opened_record())) OR NOT (person_in(p_other, app_index_boroughs()) OR p_other = ANY (app_opened_record())) THEN RAISE EXCEPTION 'both need to be in reach'; END IF;
  INSERT INTO person_not_same (id, a_id, b_id, reason, said_at, said_by) VALUES (p_id, least(p_one, p_other), greatest(p_one, p_other), p_reason, p_at, app_account()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
CREATE FUNCTION take_back_not_same(p_one uuid, p_other uuid, p_reason text, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_account() IS NULL OR any_barred(ARRAY[p_one, p_other]) OR NOT (person_in(p_one, app_record_boroughs()) OR p_one = ANY (app_opened_record())) THEN RAISE EXCEPTION 'it needs to be in reach'; END IF;
  UPDATE person_not_same SET taken_back_at = p_at, taken_back_by = app_account(), taken_back_why = p_reason WHERE a_id = least(p_one, p_other) AND b_id = greatest(p_one, p_other) AND taken_back_at IS NULL;
  RETURN FOUND;
END $$;

-- Locks the people of an act in one order, and answers which of them go on elsewhere: nothing is done on a record that was joined to another.
CREATE FUNCTION lock_subjects(p_people uuid[]) RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE gone uuid[];
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'an act says who does it'; END IF;
  SELECT coalesce(array_agg(p.id) FILTER (WHERE p.matched_to IS NOT NULL), '{}') INTO gone FROM (SELECT id, matched_to FROM person WHERE id = ANY (p_people) ORDER BY id FOR NO KEY UPDATE) AS p;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION identity_note, identity_move, identity_add, identity_change, identity_copy, identity_categories, identity_back, identity_keyed, identity_moving, same_line, worked_since,
  join_stopped_by, join_people, part_people, say_not_same, take_back_not_same, lock_subjects FROM PUBLIC;
GRANT EXECUTE ON FUNCTION join_stopped_by, join_people, part_people, say_not_same, take_back_not_same, lock_subjects TO holdfast_app, holdfast_worker;
-- Asked by the condition of triggers, which any writer sets off.
GRANT EXECUTE ON FUNCTION identity_moving TO PUBLIC;

-- ---------------------------------------------------------------------------------------------------------------------
-- An entry told again is projected and counted where it was first recorded, and nowhere twice: the rows made from it move with the joining.
DO $$
DECLARE was text; became text;
BEGIN
  was := pg_get_functiondef('project_exploitation()'::regprocedure);
  became := replace(was, 'IF b IS NULL THEN RETURN NULL; END IF;', 'IF b IS NULL OR b ? ''told_again_of'' THEN RETURN NULL; END IF;');
  IF became = was THEN RAISE EXCEPTION 'project_exploitation is not as it was'; END IF;
  EXECUTE became;
  was := pg_get_functiondef('count_fact()'::regprocedure);
  became := replace(was, 'WHERE e.id = NEW.entry_id;', 'WHERE e.id = NEW.entry_id AND NOT coalesce(p.body ? ''told_again_of'', false);');
  IF became = was THEN RAISE EXCEPTION 'count_fact is not as it was'; END IF;
  EXECUTE became;
END $$;
ALTER TABLE figure_fact DISABLE TRIGGER figure_fact_never_edited;
DELETE FROM figure_fact f USING entry_payload p WHERE p.entry_id = f.entry_id AND p.body ? 'told_again_of';
ALTER TABLE figure_fact ENABLE TRIGGER figure_fact_never_edited;

-- Who went on elsewhere as it was recorded by then, and where: through every joining that stood. Answers those who see figures, with ids and nothing of anybody.
CREATE FUNCTION gone_by(p_known timestamptz) RETURNS TABLE (gone uuid, root uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE standing AS MATERIALIZED (SELECT gone_id, kept_id FROM person_join WHERE app_account() IS NOT NULL AND array_to_string(app_figure_boroughs(), '') <> '' AND joined_at <= p_known AND (parted_at IS NULL OR parted_at > p_known)),
  walk (gone, at, steps) AS (SELECT gone_id, kept_id, 1 FROM standing UNION ALL SELECT w.gone, s.kept_id, w.steps + 1 FROM walk w JOIN standing s ON s.gone_id = w.at WHERE w.steps < 50)
  SELECT DISTINCT ON (w.gone) w.gone, w.at FROM walk w ORDER BY w.gone, w.steps DESC $$;
REVOKE ALL ON FUNCTION gone_by FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gone_by TO holdfast_app, holdfast_worker;
-- Of duties the joined record's own leave the figures while they are joined: the same ones count on the record that stands. Of entries each counts where it was first
-- recorded; what stands of each child (the last of its kind) is the last of both.
DO $$
DECLARE was text; became text;
BEGIN
  was := pg_get_functiondef('figure_duties(jsonb, timestamptz, timestamptz, timestamptz, text[])'::regprocedure);
  became := replace(was, '      AND (f.of_basis IS NULL OR CASE', E'      -- One person counts once while their records are joined.\n      AND NOT (f.child_id IN (SELECT g.gone FROM gone_by(p_known) g))\n      AND (f.of_basis IS NULL OR CASE');
  IF became = was THEN RAISE EXCEPTION 'figure_duties is not as it was'; END IF;
  EXECUTE became;
  was := pg_get_functiondef('figure_facts(jsonb, timestamptz, timestamptz, timestamptz, text[])'::regprocedure);
  became := replace(replace(was, 'SELECT DISTINCT ON (l.person_id) l.* FROM figure_fact l WHERE', 'SELECT DISTINCT ON (coalesce(g.root, l.person_id)) l.* FROM figure_fact l LEFT JOIN gone_by(p_known) g ON g.gone = l.person_id WHERE'),
    'ORDER BY l.person_id, l.at DESC', 'ORDER BY coalesce(g.root, l.person_id), l.at DESC');
  IF became = was OR became LIKE '%ORDER BY l.person_id%' THEN RAISE EXCEPTION 'figure_facts is not as it was'; END IF;
  EXECUTE became;
END $$;

-- What was joined before there was a journal: known as joined, so that the figures count them once.
INSERT INTO person_join (id, gone_id, kept_id, borough, referral_id, joined_at, joined_by, reason, was_restricted)
  SELECT DISTINCT ON (x.id) gen_random_uuid(), x.id, x.matched_to, e.ledger, e.referral_id, e.recorded_at, e.recorded_by, coalesce(nullif(btrim(p.body->>'reason'), ''), 'Found to be somebody known'), x.restricted
  FROM person x JOIN entry_subject s ON s.person_id = x.id AND s.kind = 'person-matched' JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE x.matched_to IS NOT NULL ORDER BY x.id, e.recorded_at DESC;
