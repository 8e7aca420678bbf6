-- An id of 128 drawn bits needs no index to be unique, and each message would pay for one twice.
CREATE TABLE outbox_without_index (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
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
INSERT INTO outbox_without_index SELECT * FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_without_index RENAME TO outbox;
