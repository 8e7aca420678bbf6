using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Hosting;

/// <summary>The directory of the database and the keys: readable by this account only, and used by one process at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream? _lock;

    public DataDirectory(IOptions<ResetBotOptions> options)
        : this(options.Value.DataDirectory, exclusive: true)
    {
    }

    public DataDirectory(string path, bool exclusive)
    {
        Root = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Root);
        }
        else
        {
            Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _lock = exclusive ? Lock() : null;
    }

    public string Root { get; }

    /// <summary>The path of a file or directory in it.</summary>
    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public void Dispose() => _lock?.Dispose();

    private FileStream Lock()
    {
        try
        {
            return new FileStream(Path("in-use.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException(
                $"The data directory {Root} is in use by another ResetBot. Stop that one, or set ResetBot:DataDirectory.", taken);
        }
    }
}
