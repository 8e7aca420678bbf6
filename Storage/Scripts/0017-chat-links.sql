-- Who of a channel that does not know them is linked with which account; found by the channel's id of them, and by when to look whether the account is still there.
CREATE TABLE chat_link (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE INDEX chat_link_due ON chat_link (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX chat_link_outlived ON chat_link (outlived_at) WHERE outlived_at IS NOT NULL;

-- Codes for it, by their keyed hash, and wrong ones by who typed them; read by their keys alone.
CREATE TABLE chat_link_code (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX chat_link_code_outlived ON chat_link_code (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE TABLE chat_link_tries (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX chat_link_tries_outlived ON chat_link_tries (outlived_at) WHERE outlived_at IS NOT NULL;
