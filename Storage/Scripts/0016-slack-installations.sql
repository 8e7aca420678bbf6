-- Where the Slack app is installed, with its tokens (encrypted); found by client id, and by when a token is to be renewed.
CREATE TABLE slack_installation (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE INDEX slack_installation_owner ON slack_installation (owner) WHERE owner IS NOT NULL;
CREATE INDEX slack_installation_due ON slack_installation (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX slack_installation_outlived ON slack_installation (outlived_at) WHERE outlived_at IS NOT NULL;

-- What a browser brought back from Slack once; read by its key alone.
CREATE TABLE slack_used_state (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX slack_used_state_outlived ON slack_used_state (outlived_at) WHERE outlived_at IS NOT NULL;
