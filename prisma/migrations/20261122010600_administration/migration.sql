-- The administrator: one-time password links, which boroughs a team covers by date, adoptions that can be taken back before their
-- day; and the rota: who is on duty, who is away and who stands in.

-- Is an administrator asking? Said by the transaction, from the actor's own memberships.
CREATE FUNCTION app_administrator() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.administrator', true), '') = 'on' $$;

CREATE TABLE "password_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_link_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "password_link_account_id_idx" ON "password_link"("account_id");

CREATE TABLE "team_cover" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "boroughs" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" UUID NOT NULL,

    CONSTRAINT "team_cover_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "team_cover_team_id_since_idx" ON "team_cover"("team_id", "since");

CREATE TABLE "shift" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "shift_team_id_starts_at_idx" ON "shift"("team_id", "starts_at");
CREATE INDEX "shift_account_id_starts_at_idx" ON "shift"("account_id", "starts_at");

CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "cover_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "absence_account_id_starts_at_idx" ON "absence"("account_id", "starts_at");

-- An adoption keeps who made it, why, and that it was taken back before its day: the primary key can be the day no longer.
ALTER TABLE "policy_adoption" DROP CONSTRAINT "policy_adoption_pkey",
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "adopted_at" TIMESTAMPTZ(3),
  ADD COLUMN "adopted_by" UUID,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_by" UUID,
  ADD CONSTRAINT "policy_adoption_pkey" PRIMARY KEY ("id");
CREATE INDEX "policy_adoption_borough_from_date_idx" ON "policy_adoption"("borough", "from_date");
CREATE UNIQUE INDEX policy_adoption_stands ON policy_adoption (borough, from_date) WHERE withdrawn_at IS NULL;

CREATE FUNCTION adoption_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NEW.withdrawn_by IS NOT NULL
     AND (OLD.id, OLD.borough, OLD.from_date, OLD.pack_id, OLD.overlay, OLD.reason, OLD.adopted_at, OLD.adopted_by)
       IS NOT DISTINCT FROM (NEW.id, NEW.borough, NEW.from_date, NEW.pack_id, NEW.overlay, NEW.reason, NEW.adopted_at, NEW.adopted_by)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an adoption is withdrawn before its day, never edited';
END $$;
CREATE TRIGGER adoption_never_edited BEFORE UPDATE ON policy_adoption FOR EACH ROW EXECUTE FUNCTION adoption_guard();

-- Told to a role in a borough (no account), or by the rota to those on duty as it.
DROP INDEX "notification_deadline_id_rung_to_role_key";
CREATE UNIQUE INDEX "notification_deadline_id_rung_to_role_to_account_key" ON "notification"("deadline_id", "rung", "to_role", "to_account") NULLS NOT DISTINCT;

-- What was on the rota, covered or handed out stays as it was; it can be ended once.
CREATE FUNCTION ended_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.ended_by IS NOT NULL
     AND (to_jsonb(OLD) - 'ended_at' - 'ended_by') = (to_jsonb(NEW) - 'ended_at' - 'ended_by') THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is ended once, never edited', TG_TABLE_NAME;
END $$;
CREATE TRIGGER shift_never_edited BEFORE UPDATE ON shift FOR EACH ROW EXECUTE FUNCTION ended_once();
CREATE TRIGGER absence_never_edited BEFORE UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION ended_once();
CREATE TRIGGER team_cover_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON team_cover EXECUTE FUNCTION refuse_change();
CREATE FUNCTION link_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.account_id, OLD.made_at, OLD.made_by, OLD.ends_at) IS DISTINCT FROM (NEW.id, NEW.account_id, NEW.made_at, NEW.made_by, NEW.ends_at)
     OR (OLD.shown_at IS NOT NULL AND OLD.shown_at IS DISTINCT FROM NEW.shown_at)
     OR (OLD.used_at IS NOT NULL AND OLD.used_at IS DISTINCT FROM NEW.used_at)
     OR (OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)
  THEN RAISE EXCEPTION 'a password link is shown once and used once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER password_link_once BEFORE UPDATE ON password_link FOR EACH ROW EXECUTE FUNCTION link_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['password_link','team_cover','shift','absence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON password_link TO holdfast_app;
GRANT SELECT, INSERT, UPDATE ON shift, absence TO holdfast_app;
GRANT SELECT, INSERT ON team_cover TO holdfast_app;
GRANT SELECT ON shift, absence, team_cover TO holdfast_worker;

CREATE POLICY see ON password_link FOR SELECT TO holdfast_app USING ((SELECT app_administrator()) OR account_id = (SELECT app_account()));
CREATE POLICY add ON password_link FOR INSERT TO holdfast_app WITH CHECK ((SELECT app_administrator()) AND made_by = (SELECT app_account()) AND account_id <> (SELECT app_account()));
CREATE POLICY change ON password_link FOR UPDATE TO holdfast_app
  USING ((SELECT app_administrator()) OR account_id = (SELECT app_account())) WITH CHECK (true);
-- Teams and hours of work: no word about a child. Whoever notifies must know who is on duty.
CREATE POLICY see ON team_cover FOR SELECT TO holdfast_app, holdfast_worker USING (true);
CREATE POLICY add ON team_cover FOR INSERT TO holdfast_app WITH CHECK ((SELECT app_administrator()) AND set_by = (SELECT app_account()));
CREATE POLICY see ON shift FOR SELECT TO holdfast_app, holdfast_worker USING (true);
CREATE POLICY add ON shift FOR INSERT TO holdfast_app WITH CHECK (made_by = (SELECT app_account()));
CREATE POLICY change ON shift FOR UPDATE TO holdfast_app USING ((SELECT app_account()) IS NOT NULL) WITH CHECK (ended_by = (SELECT app_account()));
CREATE POLICY see ON absence FOR SELECT TO holdfast_app, holdfast_worker USING (true);
CREATE POLICY add ON absence FOR INSERT TO holdfast_app WITH CHECK (made_by = (SELECT app_account()));
CREATE POLICY change ON absence FOR UPDATE TO holdfast_app USING ((SELECT app_account()) IS NOT NULL) WITH CHECK (ended_by = (SELECT app_account()));

-- Whose a link is, for somebody who holds it and is nobody yet.
CREATE FUNCTION password_link_account(p_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT account_id FROM password_link WHERE id = p_id $$;
REVOKE ALL ON FUNCTION password_link_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION password_link_account TO holdfast_app;

-- Entries about the house itself have no child in them: administrators read what administrators did, the auditor reads it all.
CREATE FUNCTION administration_entries(p_before timestamptz, p_before_id uuid, p_take int) RETURNS TABLE (
  id uuid, kind text, heading text, recorded_at timestamptz, recorded_by uuid, seq bigint, body jsonb
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, e.kind, e.heading, e.recorded_at, e.recorded_by, e.seq, p.body
  FROM entry e JOIN entry_payload p ON p.entry_id = e.id
  WHERE ((SELECT app_administrator()) OR (SELECT app_auditor()))
    AND e.ledger = 'london' AND e.kind IN ('account-changed', 'team-changed', 'policy-changed', 'rota-changed') AND e.subject_ids = '{}'
    AND (p_before IS NULL OR (e.recorded_at, e.id) < (p_before, p_before_id))
  ORDER BY e.recorded_at DESC, e.id DESC LIMIT p_take $$;
REVOKE ALL ON FUNCTION administration_entries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION administration_entries TO holdfast_app;
CREATE INDEX entry_administration ON entry (recorded_at DESC, id DESC) WHERE ledger = 'london' AND kind IN ('account-changed', 'team-changed', 'policy-changed', 'rota-changed');

-- A planned change of a team's boroughs begins: the timed work brings the team's own row up to date.
GRANT UPDATE ON team TO holdfast_worker;
