using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Processes;

namespace ResetBot.EndToEnd.Running;

/// <summary>Microsoft's own local Teams client, in a folder of its own, connected to one bot. Needs the lab part playground.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _process;
    private readonly DirectoryInfo _folder;

    private PlaygroundProcess(ChildProcess process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>The page of the client.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="bot">Whom the client talks to.</param>
    /// <param name="user">Who sits before it; null: Alex, as it comes.</param>
    public static async Task<PlaygroundProcess> StartAsync(ChatProcess bot, Person? user = null)
    {
        await Lab.RequireAsync("playground");
        var folder = Directory.CreateTempSubdirectory("resetbot-playground-");
        if (user is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".m365agentsplayground.yml"), Settings(user));
        }

        var program = Path.Combine(Lab.Folder, "playground", "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var endpoint = new Uri(bot.Address, "api/messages");
        var process = ChildProcess.Start(
            "node", [program, "start", "-e", endpoint.ToString(), "-c", "msteams", "--disable-telemetry", "-p", "0"], folder.FullName);
        var line = await process.SaysAsync("Listening on ", StartLimit);
        return new PlaygroundProcess(process, folder) { Address = new Uri($"http://localhost:{line.Split(' ')[^1]}/") };
    }

    // Each client has conversations of its own; it asks for five others in the company, who are not here.
    private static string Settings(Person user) => $"""
        version: "0.1.1"
        tenantId: 00000000-0000-0000-0000-0000000000001
        bot:
          id: 00000000-0000-0000-0000-00000000000011
          name: Test Bot
        currentUser:
        {One(user, "user-id-of-their-own")}
        users:
        {string.Join("\n", Enumerable.Range(1, 5).Select(other => "- " + One(Person.Generated(other), $"user-id-{other}")[2..]))}
        personalChat:
          id: personal-chat-of-{user.ObjectId}
        groupChat:
          id: group-chat-of-{user.ObjectId}
          name: Group Chat
        team:
          id: team-id
          name: My Team
          aadGroupId: 00000000-0000-0000-0000-000000000031
          channels:
            - id: channel-announcements-id
              name: Announcements
        """;

    private static string One(Person user, string id) => $"""
          id: {id}
          name: {user.Name}
          userPrincipleName: {user.UserName}
          aadObjectId: {user.ObjectId}
          givenName: "{user.Name.Split(' ')[0]}"
          surname: "{user.Name.Split(' ')[^1]}"
          email: {user.UserName}
        """;

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
