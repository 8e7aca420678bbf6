-- How many text messages and calls went to which country on which day.
CREATE TABLE cost_page (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER) WITHOUT ROWID;
CREATE INDEX cost_page_outlived ON cost_page (outlived_at) WHERE outlived_at IS NOT NULL;
