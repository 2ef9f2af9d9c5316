-- What policy refused, the latest first, for the auditor: among all entries there ever were it took seconds to find.
CREATE INDEX entry_refused ON entry (recorded_at DESC, id DESC) WHERE kind = 'act-refused';
