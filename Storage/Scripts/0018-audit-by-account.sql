-- Which records of the audit trail are about which account, filed by the writer many at a time, and by volumes of 16,384 records: in one index of all records each new one
-- dirtied a page of its own, somewhere, which was a quarter of all pages written.
DROP INDEX audit_account;
CREATE TABLE audit_by_account (volume INTEGER NOT NULL, account TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (volume, account, sequence)) WITHOUT ROWID;

-- In the order of the trail: a volume fits into memory, which a sort of all of them may not.
INSERT INTO audit_by_account (volume, account, sequence) SELECT sequence >> 14, account, sequence FROM audit WHERE account IS NOT NULL;

-- One row: up to where they are filed.
CREATE TABLE audit_filed (until INTEGER NOT NULL);
INSERT INTO audit_filed (until) SELECT COALESCE(MAX(sequence), 0) FROM audit;
