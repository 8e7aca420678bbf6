-- The last passwords of accounts, where a history of our own is kept: salted slow hashes, encrypted with a key that is not in here.
CREATE TABLE password_history (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);

CREATE INDEX password_history_due ON password_history (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX password_history_outlived ON password_history (outlived_at) WHERE outlived_at IS NOT NULL;
