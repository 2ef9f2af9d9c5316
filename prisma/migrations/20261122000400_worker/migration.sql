-- The timed work acts under its own name; it cannot sign in (no password verifies against '-').
INSERT INTO account (id, email, name, password_hash, created_at)
VALUES ('00000000-0000-4000-8000-000000000001', 'timed-work@holdfast.invalid', 'Holdfast, timed work', '-', '2010-01-01T00:00:00Z');

-- A day's signed head is stored once; nobody but the owner can change or remove it.
CREATE FUNCTION store_seal(p_ledger text, p_day text, p_seq bigint, p_hash text, p_signature text, p_key text, p_at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO ledger_seal (ledger, day, seq, hash, signature, key_id, sealed_at)
  VALUES (p_ledger, p_day, p_seq, p_hash, p_signature, p_key, p_at) ON CONFLICT DO NOTHING $$;
REVOKE ALL ON FUNCTION store_seal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION store_seal TO holdfast_worker;
