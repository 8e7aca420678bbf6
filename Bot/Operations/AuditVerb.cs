using System.Data.Common;
using ResetBot.Bot.Hosting;
using ResetBot.Recovery.Audit;

namespace ResetBot.Bot.Operations;

/// <summary>
/// <c>audit verify [--head SEQUENCE:HASH]</c>: reads the audit trail and says whether it is whole. It only reads, so it may run beside the
/// service. Ends with 0 when the trail is whole, 1 when it is not, 2 when it cannot be read.
/// </summary>
internal static class AuditVerb
{
    private const int Whole = 0;
    private const int Broken = 1;
    private const int Unreadable = 2;

    public static int Run(string[] args, TextWriter output)
    {
        var (rest, head) = TakeHead(args);
        var known = head is null ? null : AuditHead.TryParse(head);
        if (head is not null && known is null)
        {
            output.WriteLine("--head must be SEQUENCE:HASH, as the log notes it.");
            return Unreadable;
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(rest).Build();
        var options = configuration.GetSection(ResetBotOptions.Section).Get<ResetBotOptions>() ?? new ResetBotOptions();
        if (!File.Exists(Path.Combine(options.DataDirectory, ResetBotHost.DatabaseFile)))
        {
            output.WriteLine($"There is no database in {Path.GetFullPath(options.DataDirectory)}.");
            return Unreadable;
        }

        try
        {
            return Verify(options.DataDirectory, known, output);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException or DbException)
        {
            output.WriteLine($"The audit trail cannot be read: {(fault.InnerException ?? fault).Message}");
            return Unreadable;
        }
    }

    private static int Verify(string directory, AuditHead? known, TextWriter output)
    {
        using var data = new DataDirectory(directory, exclusive: false);
        using var services = ResetBotHost.AuditServices(data);
        var chain = services.GetRequiredService<AuditChain>();
        var trail = services.GetRequiredService<IAuditTrail>();
        switch (chain.Verify(trail.ReadAll(), known))
        {
            case AuditVerdict.Whole whole:
                output.WriteLine($"The audit trail is whole: {whole.Head.Sequence} records, head {whole.Head}");
                return Whole;
            case AuditVerdict.Broken broken:
                output.WriteLine($"The audit trail is broken at record {broken.Sequence}: {broken.Why}");
                return Broken;
            default:
                throw new InvalidOperationException("unknown verdict");
        }
    }

    // A --head without a value is a mistake, and must not pass for none.
    private static (string[] Others, string? Head) TakeHead(string[] args)
    {
        var index = Array.IndexOf(args, "--head");
        return index < 0 ? (args, null) : ([.. args[..index], .. args.Skip(index + 2)], args.ElementAtOrDefault(index + 1) ?? "");
    }
}
