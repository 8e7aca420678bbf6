using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Demo;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Mail;
using ResetBot.Testing.Sms;

namespace ResetBot.ConversationTests.Canary;

/// <summary>A host that says all it can say, real mail, a gateway for text messages, and everything that any of them leaves behind.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ActivityListener _listener;

    private Surroundings(ChatHost host, SmtpServer mail, SmsGateway sms, ActivityListener listener)
    {
        Host = host;
        Mail = mail;
        Sms = sms;
        _listener = listener;
        listener.ActivityStopped = trace =>
        {
            // What people's own browsers do in this process is no trace of the service.
            if (trace.Kind != ActivityKind.Client || trace.GetTagItem("url.full")?.ToString()?.StartsWith(host.Address.ToString(), StringComparison.Ordinal) != true)
            {
                _traces.Enqueue(Describe(trace));
            }
        };
    }

    public ChatHost Host { get; }

    public SmtpServer Mail { get; }

    public SmsGateway Sms { get; }

    public static async Task<Surroundings> StartAsync(bool inSlack)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var mail = await SmtpServer.StartAsync();
        var sms = await SmsGateway.StartNewAsync();
        var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            InSlack = inSlack,
            Adapt = builder => WithoutDemoMailboxes(builder.Services),
            Arguments =
            [
                $"Mail:Host={mail.Host}", $"Mail:Port={mail.Port}", $"Mail:UserName={SmtpServer.UserName}", $"Mail:Password={SmtpServer.Password}",
                $"Mail:TrustedCertificateFile={mail.AuthorityFile}", "Mail:From=resetbot@contoso.example",
                $"Sms:Url={sms.Url}", $"Sms:VoiceUrl={sms.VoiceUrl}", "Sms:Secret=" + SmsGateway.Secret, "Web:FormsPerAddressPerMinute=10000",
                "Passwords:HistoryLength=24",
                .. new[] { "Default", "Microsoft.AspNetCore", "Hangfire", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Antiforgery", "System.Net.Http" }
                    .Select(category => $"Logging:LogLevel:{category}=Trace"),
            ],
        });
        return new Surroundings(host, mail, sms, listener);
    }

    /// <summary>The texts of all mails and text messages to an address or number, the newest last.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync(string to)
    {
        await Host.QuietAsync();
        return
        [
            .. Mail.Received().Where(mail => mail.To.ToString().Contains(to, StringComparison.Ordinal)).Select(mail => mail.TextBody ?? ""),
            .. Sms.Received.Where(message => message.To == to).Select(message => message.Text),
        ];
    }

    /// <summary>Everything that is left, by where it lies.</summary>
    public IEnumerable<(string Place, byte[] Bytes)> Left()
    {
        foreach (var file in Directory.EnumerateFiles(Host.DataDirectory, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".lock" or ".sock")))
        {
            yield return ("the file " + Path.GetFileName(file), Read(file));
        }

        yield return ("the log", Encoding.UTF8.GetBytes(string.Join('\n', Host.Log)));
        yield return ("the traces", Encoding.UTF8.GetBytes(string.Join('\n', _traces)));
    }

    /// <summary>How many requests were traced.</summary>
    public int TracedRequests => _traces.Count(trace => trace.StartsWith("Microsoft.AspNetCore.Hosting.HttpRequestIn", StringComparison.Ordinal));

    /// <summary>What was sent to the chats.</summary>
    public byte[] Chats() => Encoding.UTF8.GetBytes(string.Join('\n', Host.Connector.Calls.Select(call => $"{call.Path} {call.Authorization} {call.Body.ToJsonString()}")
        .Concat(Host.Slack?.Calls.Select(call => $"{call.Method} {call.Arguments.ToJsonString()}") ?? [])));

    /// <summary>What was sent by mail and as text messages.</summary>
    public byte[] Letters() => Encoding.UTF8.GetBytes(string.Join('\n', [.. Mail.Received().Select(mail => mail.ToString()), .. Sms.Received.Select(message => message.ToString())]));

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await Host.DisposeAsync();
        await Sms.DisposeAsync();
        await Mail.DisposeAsync();
    }

    // In demo mode the mailboxes of made-up people are in the database, codes and all; of real people they are not.
    private static void WithoutDemoMailboxes(IServiceCollection services)
    {
        foreach (var courier in services.Where(service => service.ServiceType == typeof(ICourier)
            && service.ImplementationFactory?.Method.DeclaringType?.FullName?.Contains(nameof(DemoServices), StringComparison.Ordinal) == true).ToList())
        {
            services.Remove(courier);
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Describe(Activity trace)
    {
        var tags = trace.TagObjects.Concat(trace.Events.SelectMany(happened => happened.Tags)).Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}"));
        var baggage = trace.Baggage.Select(item => $"{item.Key}={item.Value}");
        return $"{trace.OperationName} {trace.DisplayName} {trace.StatusDescription} {string.Join(' ', trace.Events.Select(happened => happened.Name))} {string.Join(' ', tags)} {string.Join(' ', baggage)} {trace.TraceStateString}";
    }
}
