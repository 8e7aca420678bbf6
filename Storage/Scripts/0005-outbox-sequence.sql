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
