using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Bot;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What scripts rely on in demo mode, and where demo mode does not exist.</summary>
public sealed class DemoModeStories(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;
    private readonly HttpClient _client = new();

    [Fact]
    public async Task The_outbox_is_a_list_with_the_newest_last_in_its_published_shape()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        var list = (await _client.GetFromJsonAsync<JsonArray>(new Uri(_host.Address, "/demo/outbox")))!;
        Assert.All(list, entry => Assert.Equal(["id", "sentAt", "subject", "text", "to", "via"], entry!.AsObject().Select(member => member.Key).Order()));
        Assert.Equal(("sms", chat.Person.Mobile), (list[^1]!["via"]!.GetValue<string>(), list[^1]!["to"]!.GetValue<string>()));
        Assert.Equal(("email", chat.Person.Email), (list[^2]!["via"]!.GetValue<string>(), list[^2]!["to"]!.GetValue<string>()));
        var moments = list.Select(entry => DateTimeOffset.Parse(entry!["sentAt"]!.GetValue<string>())).ToList();
        Assert.Equal(moments.Order(), moments);
        Assert.Equal(list.Count, list.Select(entry => entry!["id"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Signing_in_answers_and_counts_as_the_directory_does()
    {
        var person = _host.Somebody();
        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.Equal("wrong", await _host.SignInAsync(person, "Wrong-Guess-2026!"));
        }

        Assert.Equal("locked", await _host.SignInAsync(person, person.Password));
        _host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
        Assert.Equal("mustChange", await _host.SignInAsync(Person.Nestor, Person.Nestor.Password));
        Assert.Equal("disabled", await _host.SignInAsync(Person.Grady, Person.Grady.Password));
        Assert.Equal("wrong", await _host.SignInAsync(Person.Stranger, "Wrong-Guess-2026!"));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"userName": "alex"}""", HttpStatusCode.BadRequest)]
    public async Task Signing_in_without_sense_is_a_bad_request(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri(_host.Address, "/demo/sign-in"), content);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(new Uri(_host.Address, path))).StatusCode);

    [Fact]
    public async Task The_demo_page_lists_people_with_their_starting_passwords_and_tries_one()
    {
        using var page = new PageDriver(new Uri(_host.Address, "/demo"));
        await page.LookAsync();
        Assert.Contains("Start-Alex-2026!", page.Text, StringComparison.Ordinal);
        await page.SubmitAsync(("userName", "alex"), ("password", "Start-Alex-2026!"));
        Assert.Equal("alex: ok", page.Document.QuerySelector("#tried")!.TextContent);
    }

    [Theory]
    [InlineData("--environment=Production", "--Demo:Enabled=true", "--ResetBot:PublicBaseUrl=https://resetbot.example.org")]
    [InlineData("--environment=Development", "--Teams:AppId=5f1b7a4c-9d0a-4f25-8f7c-2f3a5f0f7c01")]
    [InlineData("--environment=Development", "--Demo:ExtraPeople=-1")]
    [InlineData("--environment=Production")]
    public async Task It_refuses_to_start_where_real_people_could_meet_the_demo_or_nobody_could_be_reached(params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("resetbot-refused-").FullName;
        Assert.Equal(1, await Program.Main([.. arguments, "--urls=http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange=false", "--ResetBot:DataDirectory=" + data]));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_second_service_on_the_same_data_does_not_start() => Assert.Equal(
        1,
        await Program.Main(["--environment=Development", "--urls=http://127.0.0.1:0", "--ResetBot:DataDirectory=" + _host.DataDirectory]));
}
