-- Who was named to vouch for whom, by who that is.
CREATE TABLE colleague_record (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE INDEX colleague_record_due ON colleague_record (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX colleague_record_outlived ON colleague_record (outlived_at) WHERE outlived_at IS NOT NULL;
