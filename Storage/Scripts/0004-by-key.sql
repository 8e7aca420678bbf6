-- What is looked up by its key alone needs one tree, not a table and an index.
CREATE TABLE seen_activity_by_key (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE TABLE sent_message_by_key (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
INSERT INTO seen_activity_by_key SELECT * FROM seen_activity;
INSERT INTO sent_message_by_key SELECT * FROM sent_message;
DROP TABLE seen_activity;
DROP TABLE sent_message;
ALTER TABLE seen_activity_by_key RENAME TO seen_activity;
ALTER TABLE sent_message_by_key RENAME TO sent_message;
CREATE INDEX seen_activity_outlived ON seen_activity (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX sent_message_outlived ON sent_message (outlived_at) WHERE outlived_at IS NOT NULL;
