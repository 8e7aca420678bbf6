namespace ResetBot.Directories.Demo;

internal static class DemoSchema
{
    internal const int Version = 2;

    internal const string Tables = """
        CREATE TABLE person (
            id TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
            user_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            display_name TEXT NOT NULL,
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            manager TEXT NULL,
            group_name TEXT NOT NULL,
            seeded INTEGER NOT NULL,
            enabled INTEGER NOT NULL,
            administrator INTEGER NOT NULL,
            must_change INTEGER NOT NULL,
            starting_password TEXT NULL,
            password_hash TEXT NULL,
            password_version INTEGER NOT NULL,
            password_changed_at INTEGER NOT NULL,
            locked_until INTEGER NOT NULL,
            sessions_valid_from INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE nesting (
            group_name TEXT NOT NULL,
            inside TEXT NOT NULL,
            PRIMARY KEY (group_name, inside)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE wrong_password (
            person TEXT NOT NULL COLLATE NOCASE REFERENCES person (id),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX wrong_password_person ON wrong_password (person, at);
        CREATE TABLE password_history (
            person TEXT NOT NULL COLLATE NOCASE REFERENCES person (id),
            password_version INTEGER NOT NULL,
            password_hash TEXT NOT NULL,
            PRIMARY KEY (person, password_version)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>From the first version of the file to the second.</summary>
    internal const string Second = "ALTER TABLE person ADD COLUMN sessions_valid_from INTEGER NOT NULL DEFAULT 0";

    internal const string Columns = """
        id AS Id, user_name AS UserName, display_name AS DisplayName, first_name AS FirstName, last_name AS LastName, manager AS Manager,
        group_name AS GroupName, seeded AS Seeded, enabled AS Enabled, administrator AS Administrator, must_change AS MustChange,
        starting_password AS StartingPassword, password_hash AS PasswordHash, password_version AS PasswordVersion,
        password_changed_at AS PasswordChangedAt, locked_until AS LockedUntil, sessions_valid_from AS SessionsValidFrom
        """;

    internal const string Insert = """
        INSERT OR IGNORE INTO person (id, user_name, display_name, first_name, last_name, manager, group_name, seeded, enabled, administrator,
            must_change, starting_password, password_hash, password_version, password_changed_at, locked_until, sessions_valid_from)
        VALUES (@Id, @UserName, @DisplayName, @FirstName, @LastName, @Manager, @GroupName, @Seeded, @Enabled, @Administrator,
            @MustChange, @StartingPassword, @PasswordHash, @PasswordVersion, @PasswordChangedAt, @LockedUntil, @SessionsValidFrom)
        """;
}
