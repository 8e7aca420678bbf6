using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Directories;
using ResetBot.Directories.Demo;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Tests.Directories.Demo;

/// <summary>A demonstration directory in a folder of its own, with a clock that stands until it is moved.</summary>
internal sealed class DemoHouse : IDisposable
{
    internal const string Alex = "00000000-0000-0000-0000-0000000000020";
    internal const string AlexStarts = "Start-Alex-2026!";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("resetbot-demo-").FullName;
    private readonly int _extraPeople;
    private readonly TimeSpan _minimumAge;
    private ServiceProvider _services;

    public DemoHouse(int extraPeople = 0, TimeSpan minimumAge = default)
    {
        _extraPeople = extraPeople;
        _minimumAge = minimumAge;
        _services = Open();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public IDirectory Directory => _services.GetRequiredService<IDirectory>();

    public IDemoCompany Company => _services.GetRequiredService<IDemoCompany>();

    public static AccountId Id(string objectId = Alex) => new("demo", objectId);

    public void Restart()
    {
        _services.Dispose();
        _services = Open();
    }

    /// <summary>Leaves the file as the first version of the schema had it, and opens it again.</summary>
    public void GoBackToFirstVersion()
    {
        _services.Dispose();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "demo-directory.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE person DROP COLUMN sessions_valid_from; PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }

        _services = Open();
    }

    public async Task<Account> FindAsync(string userName)
        => await Directory.FindByUserNameAsync(userName, default) ?? throw new InvalidOperationException($"No {userName} in the company.");

    public async Task<PasswordCheck> SignInAsync(string userName, string password)
    {
        using var typed = new CurrentPassword(password);
        return await Company.SignInAsync(userName, typed, default);
    }

    public async Task<PasswordWrite> ResetAsync(string password, AccountId? account = null, VerifiedPerson? proof = null)
    {
        using var chosen = new NewPassword(password);
        return await Directory.ResetPasswordAsync(proof ?? Proof(account ?? Id()), chosen, default);
    }

    public VerifiedPerson Proof(AccountId account, Operation operation = Operation.Reset, TimeSpan? validFor = null)
        => new("case-1", account, operation, [MethodKind.Email, MethodKind.Sms], Time.GetUtcNow() + (validFor ?? TimeSpan.FromMinutes(10)));

    /// <summary>Everything that stands in the file and its log, as the bytes on disk.</summary>
    public string FileContent()
    {
        var text = "";
        foreach (var file in System.IO.Directory.GetFiles(_folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            text += reader.ReadToEnd();
        }

        return text;
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Open() => new ServiceCollection()
        .AddSingleton<TimeProvider>(Time)
        .AddDemoDirectory(options =>
        {
            options.File = Path.Combine(_folder, "demo-directory.db");
            options.ExtraPeople = _extraPeople;
            options.MinimumPasswordAge = _minimumAge;
        })
        .BuildServiceProvider();
}
