CREATE OR REPLACE FUNCTION public.store_seal(p_ledger text, p_day text, p_seq bigint, p_hash text, p_signature text, p_key text, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  INSERT INTO ledger_seal (ledger, day, seq, hash, signature, key_id, sealed_at)
  VALUES (p_ledger, p_day, p_seq, p_hash, p_signature, p_key, p_at) ON CONFLICT DO NOTHING $function$;
GRANT EXECUTE ON FUNCTION store_seal(text,text,bigint,text,text,text,timestamp with time zone) TO holdfast_worker;
