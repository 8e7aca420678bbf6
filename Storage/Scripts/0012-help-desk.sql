-- What the help desk has to look into, by its number.
CREATE TABLE help_desk_case (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE INDEX help_desk_case_due ON help_desk_case (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX help_desk_case_outlived ON help_desk_case (outlived_at) WHERE outlived_at IS NOT NULL;
