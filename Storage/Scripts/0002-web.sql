-- The chat page in the browser, and what strangers did to the names that they typed there.
CREATE TABLE web_session     (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE web_transcript  (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);
CREATE TABLE stranger_record (key TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, owner TEXT, due_at INTEGER, outlived_at INTEGER);

CREATE INDEX web_session_outlived ON web_session (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX web_transcript_outlived ON web_transcript (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX stranger_record_outlived ON stranger_record (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX account_record_outlived ON account_record (outlived_at) WHERE outlived_at IS NOT NULL;
CREATE INDEX conversation_outlived ON conversation (outlived_at) WHERE outlived_at IS NOT NULL;
