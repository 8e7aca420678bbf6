-- What Slack said of people; read by their key alone.
CREATE TABLE slack_person (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX slack_person_outlived ON slack_person (outlived_at) WHERE outlived_at IS NOT NULL;
