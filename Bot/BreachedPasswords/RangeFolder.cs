using ResetBot.Recovery.Passwords.Breached;

namespace ResetBot.Bot.BreachedPasswords;

/// <summary>A folder of range files, as PwnedPasswordsDownloader writes them. It may be filled anew while the service runs.</summary>
internal sealed partial class RangeFolder(string folder, ILogger<RangeFolder> logger) : IBreachedPasswords
{
    public bool IsThere => true;

    public async Task<BreachAnswer> LookUpAsync(PasswordFingerprint fingerprint, CancellationToken cancellation)
    {
        try
        {
            using var range = Open(fingerprint.Prefix);
            var answer = await BreachRange.FindAsync(range, fingerprint, cancellation);
            if (answer is BreachAnswer.Unavailable)
            {
                FileDamaged(logger, folder);
            }

            return answer;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            FileNotRead(logger, folder, failure.GetType().Name);
            return new BreachAnswer.Unavailable();
        }
    }

    private FileStream Open(string prefix)
    {
        var file = Path.Combine(folder, prefix + ".txt");
        return File.OpenRead(File.Exists(file) ? file : Path.Combine(folder, prefix.ToLowerInvariant() + ".txt"));
    }

    // Which file it was is not told: its name is the beginning of the hash of somebody's password.
    [LoggerMessage(Level = LogLevel.Error, Message = "A range file of breached passwords in {Folder} is empty or damaged; download the folder again")]
    private static partial void FileDamaged(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "A range file of breached passwords in {Folder} could not be read ({Failure}); download the folder again")]
    private static partial void FileNotRead(ILogger logger, string folder, string failure);
}
