-- The policies: every version that was saved, and which one is in force.
CREATE TABLE policy_version  (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE TABLE policy_in_force (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
