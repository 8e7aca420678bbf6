using ResetBot.Bot.Hosting;
using ResetBot.Recovery.Audit;

namespace ResetBot.Bot.Operations;

/// <summary>
/// <c>audit verify [--head SEQUENCE:HASH]</c>: reads the audit trail and says whether it is whole. It only reads, so it may run beside the
/// service. Ends with 0 when the trail is whole, 1 when it is not, 2 when it cannot be read.
/// </summary>
internal static class AuditVerb
{
    public static int Run(string[] args, TextWriter output)
    {
        var (rest, known) = TakeHead(args);
        if (known is { Length: > 0 } && AuditHead.TryParse(known) is null)
        {
            output.WriteLine("--head must be SEQUENCE:HASH, as the log notes it.");
            return 2;
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(rest).Build();
        var options = configuration.GetSection(ResetBotOptions.Section).Get<ResetBotOptions>() ?? new ResetBotOptions();
        using var data = new DataDirectory(options.DataDirectory, exclusive: false);
        if (!File.Exists(data.Path(ResetBotHost.DatabaseFile)))
        {
            output.WriteLine($"There is no database in {data.Root}.");
            return 2;
        }

        using var services = ResetBotHost.AuditServices(data);
        var chain = services.GetRequiredService<AuditChain>();
        var trail = services.GetRequiredService<IAuditTrail>();
        switch (chain.Verify(trail.ReadAll(), known is null ? null : AuditHead.TryParse(known)))
        {
            case AuditVerdict.Whole whole:
                output.WriteLine($"The audit trail is whole: {whole.Head.Sequence} records, head {whole.Head}");
                return 0;
            case AuditVerdict.Broken broken:
                output.WriteLine($"The audit trail is broken at record {broken.Sequence}: {broken.Why}");
                return 1;
            default:
                throw new InvalidOperationException("unknown verdict");
        }
    }

    private static (string[] Others, string? Head) TakeHead(string[] args)
    {
        var index = Array.IndexOf(args, "--head");
        return index >= 0 && index + 1 < args.Length ? ([.. args[..index], .. args[(index + 2)..]], args[index + 1]) : (args, null);
    }
}
