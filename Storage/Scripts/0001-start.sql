-- Documents: one table a kind, saved as a whole if nobody else saved in between (version).
CREATE TABLE conversation   (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE seen_activity  (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE sent_message   (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE account_record (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE recovery_case  (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE case_budget    (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE secure_link    (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE demo_message   (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);

CREATE INDEX conversation_due  ON conversation (due_at)  WHERE due_at IS NOT NULL;
CREATE INDEX recovery_case_due ON recovery_case (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX secure_link_due   ON secure_link (due_at)   WHERE due_at IS NOT NULL;
CREATE INDEX demo_message_due ON demo_message (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX seen_activity_outlived ON seen_activity (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX sent_message_outlived ON sent_message (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX case_budget_outlived ON case_budget (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX recovery_case_outlived ON recovery_case (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX secure_link_outlived ON secure_link (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX demo_message_outlived ON demo_message (outlived_at) WHERE outlived_at IS NOT NULL;

-- The audit trail: each hash is keyed and chained to the one before.
CREATE TABLE audit (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL, account TEXT);
CREATE INDEX audit_account ON audit (account, sequence) WHERE account IS NOT NULL;

-- Messages that wait to leave, in the order in which they were saved.
CREATE TABLE outbox (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    lane       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    body       TEXT NOT NULL,
    sensitive  INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    expires_at INTEGER,
    attempts   INTEGER NOT NULL DEFAULT 0,
    dead       INTEGER NOT NULL DEFAULT 0,
    error      TEXT
);
