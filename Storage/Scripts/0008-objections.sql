-- Links in notices with which whoever got one says that it was not they; read by their key alone.
CREATE TABLE objection_link (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX objection_link_outlived ON objection_link (outlived_at) WHERE outlived_at IS NOT NULL;
