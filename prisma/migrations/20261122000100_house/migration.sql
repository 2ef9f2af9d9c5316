-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "boroughs" TEXT[],

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "rank" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "succeeded" BOOLEAN NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_log" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID NOT NULL,
    "membership_id" UUID,
    "person_id" UUID,
    "depth" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "query" TEXT,
    "reason" TEXT,

    CONSTRAINT "reading_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_opening" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "depth" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "break_glass" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "review" TEXT,

    CONSTRAINT "record_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "refusals" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "kept" BOOLEAN NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act_key" (
    "key" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "act_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "ledger" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "membership_id" UUID,
    "agency" TEXT NOT NULL,
    "source" TEXT,
    "referral_id" UUID,
    "corrects" UUID,
    "subject_ids" UUID[],
    "payload_digest" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_payload" (
    "entry_id" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "redacted_at" TIMESTAMPTZ(3),
    "redacted_under" TEXT,

    CONSTRAINT "entry_payload_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "entry_subject" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "agency" TEXT NOT NULL,

    CONSTRAINT "entry_subject_pkey" PRIMARY KEY ("entry_id","person_id")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "ledger" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("ledger")
);

-- CreateTable
CREATE TABLE "ledger_seal" (
    "ledger" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_seal_pkey" PRIMARY KEY ("ledger","day")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "alert" TEXT NOT NULL,
    "basis" TEXT,
    "form" TEXT NOT NULL,
    "task" TEXT,
    "child_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "referral_id" UUID,
    "item_id" TEXT,
    "owed_by" TEXT NOT NULL,
    "started_by" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "day_end" BOOLEAN NOT NULL,
    "pack" TEXT NOT NULL,
    "pack_version" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "explanation" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "met_at" TIMESTAMPTZ(3),
    "met_by" UUID,
    "met_recorded_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "ended_why" TEXT,
    "ended_recorded_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,
    "superseded_why" TEXT,
    "assigned_to" UUID,
    "assigned_team" TEXT,
    "acknowledged_by" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "escalation_level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "rung" TEXT NOT NULL,
    "to_role" TEXT NOT NULL,
    "to_account" UUID,
    "borough" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "read_by" UUID,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_adoption" (
    "borough" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "pack_id" TEXT NOT NULL,
    "overlay" JSONB NOT NULL,

    CONSTRAINT "policy_adoption_pkey" PRIMARY KEY ("borough","from_date")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "referral_id" UUID,
    "mode" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "chair" TEXT,
    "quorate" BOOLEAN NOT NULL,
    "missing" TEXT[],
    "quorum_pack" TEXT NOT NULL,
    "information_shared" TEXT,
    "risk_analysis" TEXT,
    "decision" TEXT,
    "decision_reason" TEXT,
    "joint_enquiry" TEXT,
    "police_officer" TEXT,
    "medical" TEXT,
    "interview_plan" TEXT,
    "other_children" TEXT,
    "circulated_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_child" (
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "meeting_child_pkey" PRIMARY KEY ("meeting_id","person_id")
);

-- CreateTable
CREATE TABLE "meeting_participant" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "brought" TEXT,

    CONSTRAINT "meeting_participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_position" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency" TEXT NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "says" TEXT,
    "said_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "meeting_id" UUID,
    "child_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "owner_agency" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "owner_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,
    "evidence" TEXT,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "description" TEXT,
    "born_on" DATE,
    "age_stated" INTEGER,
    "age_stated_on" DATE,
    "age_disputed" BOOLEAN NOT NULL DEFAULT false,
    "unborn" BOOLEAN NOT NULL DEFAULT false,
    "sex" TEXT,
    "looked_after" BOOLEAN,
    "responsible_authority" TEXT,
    "plan_category" TEXT,
    "placement" TEXT,
    "home_borough" TEXT,
    "telephone" TEXT,
    "health" TEXT[],
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "lead_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_name" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_address" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "postcode" TEXT,
    "borough" TEXT,
    "since" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relationship" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "relationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" UUID NOT NULL,
    "review_on" DATE,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_reach" (
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "person_reach_pkey" PRIMARY KEY ("person_id","borough","why")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "from_agency" TEXT NOT NULL,
    "from_words" TEXT NOT NULL,
    "from_team_id" UUID,
    "to_agency" TEXT NOT NULL,
    "referrer_name" TEXT,
    "referrer_contact" TEXT,
    "concern" TEXT,
    "other_concerns" TEXT[],
    "indicators" TEXT[],
    "narrative" TEXT NOT NULL,
    "urgency" TEXT,
    "suspect" TEXT,
    "suspect_relationship" TEXT,
    "forensic_evidence" BOOLEAN,
    "immediate_action" BOOLEAN,
    "staff_concerned" BOOLEAN,
    "organised" BOOLEAN,
    "complex_reason" TEXT,
    "complex_manager" TEXT,
    "offence_identified" BOOLEAN,
    "rag" TEXT,
    "concern_identified_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "initial_report_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "as_sent" JSONB NOT NULL,
    "became_referral_id" UUID,
    "claimed_by" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "allocated_to" TEXT,
    "allocated_team" TEXT,
    "allocated_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcome_reason" TEXT,
    "second_line_by" UUID,
    "second_line_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "outcome_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_person" (
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "referral_person_pkey" PRIMARY KEY ("referral_id","person_id","role")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "team_code_key" ON "team"("code");

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE INDEX "membership_team_id_idx" ON "membership"("team_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_email_at_idx" ON "sign_in_attempt"("email", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE INDEX "reading_log_person_id_at_idx" ON "reading_log"("person_id", "at");

-- CreateIndex
CREATE INDEX "reading_log_account_id_at_idx" ON "reading_log"("account_id", "at");

-- CreateIndex
CREATE INDEX "record_opening_account_id_person_id_ends_at_idx" ON "record_opening"("account_id", "person_id", "ends_at");

-- CreateIndex
CREATE INDEX "form_draft_account_id_saved_at_idx" ON "form_draft"("account_id", "saved_at");

-- CreateIndex
CREATE INDEX "entry_referral_id_idx" ON "entry"("referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_ledger_seq_key" ON "entry"("ledger", "seq");

-- CreateIndex
CREATE INDEX "entry_subject_person_id_occurred_at_idx" ON "entry_subject"("person_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "deadline_child_id_idx" ON "deadline"("child_id");

-- CreateIndex
CREATE INDEX "deadline_referral_id_idx" ON "deadline"("referral_id");

-- CreateIndex
CREATE INDEX "notification_borough_at_idx" ON "notification"("borough", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_deadline_id_rung_to_role_key" ON "notification"("deadline_id", "rung", "to_role");

-- CreateIndex
CREATE INDEX "meeting_borough_held_at_idx" ON "meeting"("borough", "held_at");

-- CreateIndex
CREATE INDEX "meeting_referral_id_idx" ON "meeting"("referral_id");

-- CreateIndex
CREATE INDEX "meeting_child_person_id_idx" ON "meeting_child"("person_id");

-- CreateIndex
CREATE INDEX "meeting_participant_meeting_id_idx" ON "meeting_participant"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_position_meeting_id_idx" ON "meeting_position"("meeting_id");

-- CreateIndex
CREATE INDEX "action_child_id_idx" ON "action"("child_id");

-- CreateIndex
CREATE INDEX "action_meeting_id_idx" ON "action"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_reference_key" ON "person"("reference");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person_name"("person_id");

-- CreateIndex
CREATE INDEX "person_address_person_id_idx" ON "person_address"("person_id");

-- CreateIndex
CREATE INDEX "person_address_postcode_idx" ON "person_address"("postcode");

-- CreateIndex
CREATE INDEX "relationship_other_id_idx" ON "relationship"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "relationship_person_id_other_id_kind_key" ON "relationship"("person_id", "other_id", "kind");

-- CreateIndex
CREATE INDEX "flag_person_id_idx" ON "flag"("person_id");

-- CreateIndex
CREATE INDEX "person_reach_borough_person_id_idx" ON "person_reach"("borough", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_reference_key" ON "referral"("reference");

-- CreateIndex
CREATE INDEX "referral_borough_received_at_idx" ON "referral"("borough", "received_at");

-- CreateIndex
CREATE INDEX "referral_from_team_id_idx" ON "referral"("from_team_id");

-- CreateIndex
CREATE INDEX "referral_person_person_id_idx" ON "referral_person"("person_id");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_payload" ADD CONSTRAINT "entry_payload_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_subject" ADD CONSTRAINT "entry_subject_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_child" ADD CONSTRAINT "meeting_child_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_position" ADD CONSTRAINT "meeting_position_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_address" ADD CONSTRAINT "person_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_reach" ADD CONSTRAINT "person_reach_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_person" ADD CONSTRAINT "referral_person_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_person" ADD CONSTRAINT "referral_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
