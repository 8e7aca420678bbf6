-- What Slack said of people is found by person too: it is theirs to have, and to have erased.
CREATE TABLE slack_person_owned (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
INSERT INTO slack_person_owned (key, version, body, owner, due_at, outlived_at) SELECT key, version, body, owner, due_at, outlived_at FROM slack_person;
DROP TABLE slack_person;
ALTER TABLE slack_person_owned RENAME TO slack_person;
CREATE INDEX slack_person_outlived ON slack_person (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX slack_person_owner ON slack_person (owner) WHERE owner IS NOT NULL;

-- Tokens that Slack took back; read by their key alone.
CREATE TABLE slack_removal (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX slack_removal_outlived ON slack_removal (outlived_at) WHERE outlived_at IS NOT NULL;
