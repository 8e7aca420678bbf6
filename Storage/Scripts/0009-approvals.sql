-- What waits for the word of somebody else, by who that is.
CREATE TABLE approver_record (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX approver_record_outlived ON approver_record (outlived_at) WHERE outlived_at IS NOT NULL;
-- In which conversations a person is reached.
CREATE INDEX conversation_owner ON conversation (owner) WHERE owner IS NOT NULL;
