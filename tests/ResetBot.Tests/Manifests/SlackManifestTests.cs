using System.Text.Json;
using System.Text.Json.Nodes;
using ResetBot.Bot.Channels.Slack;
using ResetBot.Bot.Channels.Slack.Installing;
using ResetBot.Testing;
using Xunit;
using YamlDotNet.Serialization;

namespace ResetBot.Tests.Manifests;

public sealed class SlackManifestTests
{
    private const string ByRequest = "manifest.yaml";
    private const string BySocket = "socket-mode.yaml";

    [Theory]
    [InlineData(ByRequest)]
    [InlineData(BySocket)]
    public async Task The_manifest_satisfies_the_published_schema(string name)
    {
        var (exit, output, errors) = await ValidateAsync(Read(name));
        Assert.True(exit == 0, output + errors);
    }

    [Fact]
    public async Task A_fault_in_the_manifest_would_be_seen()
    {
        var manifest = Read(ByRequest);
        manifest["features"]!["bot_user"]!["always_online"] = "often";
        var (exit, output, _) = await ValidateAsync(manifest);
        Assert.Equal(1, exit);
        Assert.Contains("/features/bot_user/always_online", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_is_that_of_the_endpoint()
    {
        var manifest = Read(ByRequest);
        string?[] addresses =
        [
            (string?)manifest["settings"]!["event_subscriptions"]!["request_url"],
            (string?)manifest["settings"]!["interactivity"]!["request_url"],
            .. manifest["features"]!["slash_commands"]!.AsArray().Select(command => (string?)command!["url"]),
        ];
        Assert.All(addresses, address => Assert.Equal(SlackChannel.Path, new Uri(address!).AbsolutePath));
    }

    [Theory]
    [InlineData(ByRequest)]
    [InlineData(BySocket)]
    public void It_asks_for_what_the_service_asks_for_and_sends_browsers_back_to_it(string name)
    {
        var oauth = Read(name)["oauth_config"]!;
        Assert.Equal(SlackScopes.Always, oauth["scopes"]!["bot"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(SlackInstallPage.ReturnPath, new Uri((string)Assert.Single(oauth["redirect_urls"]!.AsArray())!).AbsolutePath);
    }

    [Fact]
    public void Without_a_public_address_it_is_the_same_app()
    {
        var (manifest, other) = (Read(ByRequest), Read(BySocket));
        Assert.True((bool)other["settings"]!["socket_mode_enabled"]!);
        manifest["settings"]!["socket_mode_enabled"] = true;
        manifest["settings"]!["event_subscriptions"]!.AsObject().Remove("request_url");
        manifest["settings"]!["interactivity"]!.AsObject().Remove("request_url");
        foreach (var command in manifest["features"]!["slash_commands"]!.AsArray())
        {
            command!.AsObject().Remove("url");
        }

        Assert.Equal(manifest.ToJsonString(), other.ToJsonString());
    }

    [Fact]
    public void No_command_invites_to_type_a_password()
    {
        var commands = Read(ByRequest)["features"]!["slash_commands"]!.AsArray().Select(command => (string)command!["command"]!);
        Assert.DoesNotContain(commands, command => command.Contains("pass", StringComparison.OrdinalIgnoreCase) || command.Contains("reset ", StringComparison.OrdinalIgnoreCase));
    }

    private static JsonNode Read(string name)
    {
        var file = Path.Combine(Lab.Repository, "manifests", "slack", name);
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(File.ReadAllText(file));
        return JsonNode.Parse(JsonSerializer.Serialize(yaml))!;
    }

    private static async Task<(int Exit, string Output, string Errors)> ValidateAsync(JsonNode manifest)
    {
        var schema = Lab.RequireSchema("slack-app-manifest.json");
        await Lab.RequireAsync("schema");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, manifest.ToJsonString());
        var checkedIt = await LabCommand.RunAsync("node", [Path.Combine(Lab.Folder, "schema", "validate.js"), schema, file], TimeSpan.FromMinutes(1));
        File.Delete(file);
        return checkedIt;
    }
}
