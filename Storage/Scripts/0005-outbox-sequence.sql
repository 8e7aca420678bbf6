-- The writer counts messages itself. A message that was erased is named by nobody any more, so that its number may come again after a start.
CREATE TABLE outbox_counted (
    sequence   INTEGER PRIMARY KEY,
    id         TEXT NOT NULL,
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
INSERT INTO outbox_counted SELECT * FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_counted RENAME TO outbox;

-- Small, looked up by its key alone, and saved with every case: one tree.
CREATE TABLE case_budget_by_key (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
INSERT INTO case_budget_by_key SELECT * FROM case_budget;
DROP TABLE case_budget;
ALTER TABLE case_budget_by_key RENAME TO case_budget;
CREATE INDEX case_budget_outlived ON case_budget (outlived_at) WHERE outlived_at IS NOT NULL;
