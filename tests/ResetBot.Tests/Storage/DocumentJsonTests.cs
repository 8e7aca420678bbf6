using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;
using Xunit;

namespace ResetBot.Tests.Storage;

/// <summary>A document comes back as it was, also where nothing was written for it.</summary>
public sealed class DocumentJsonTests
{
    [Fact]
    public void What_is_nothing_and_begins_as_nothing_is_left_out() =>
        Assert.Equal("""{"Must":0,"Open":true,"Least":2,"Begun":4,"None":["one"]}""", Write(new Sheet { Must = 0 }));

    [Fact]
    public void What_differs_from_a_new_one_comes_back()
    {
        var sheet = new Sheet { Must = 2, Open = false, Least = 0, Count = 3, Maybe = 0, Begun = null, Names = ["a"], None = [], Sent = new SlidingCount() };
        sheet.Sent.Add(TimeSpan.FromHours(1), DateTimeOffset.UnixEpoch.AddYears(50));

        var read = Read<Sheet>(Write(sheet));

        Assert.Equal((2, false, 0, 3, (int?)0), (read.Must, read.Open, read.Least, read.Count, read.Maybe));
        Assert.Null(read.Begun);
        Assert.Equal(["a"], read.Names);
        Assert.Empty(read.None);
        Assert.False(read.Sent.IsEmpty);
    }

    [Fact]
    public void What_begins_with_something_may_be_emptied() => Assert.Empty(Read<Sheet>(Write(new Sheet { Must = 1, None = [] })).None);

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(7, true, 5)]
    public void What_is_made_with_parameters_comes_back(int plain, bool told, int least)
    {
        var line = new Line(plain, least) { Told = told };

        Assert.Equal(line, Read<Line>(Write(line)));
    }

    /// <summary>Of every kind that is kept, each flag, number and choice comes back, whatever it is.</summary>
    [Fact]
    public void Every_kind_comes_back()
    {
        var tried = 0;
        foreach (var type in Kept())
        {
            var document = Activator.CreateInstance(type)!;
            var kept = DocumentJson.Options.GetTypeInfo(type).Properties.Where(property => property is { Get: not null, Set: not null }).ToList();
            foreach (var required in kept.Where(property => property.IsRequired && !property.PropertyType.IsValueType))
            {
                required.Set!(document, JsonSerializer.Deserialize(Something(required.PropertyType), required.PropertyType, DocumentJson.Options));
            }

            foreach (var property in kept)
            {
                foreach (var value in Values(property.PropertyType))
                {
                    property.Set!(document, value);
                    var read = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(document, type, DocumentJson.Options), type, DocumentJson.Options)!;
                    Assert.True(Equals(value, property.Get!(read)), $"{type.Name}.{property.Name} was {value}, and came back as {property.Get(read)}");
                    tried++;
                }
            }
        }

        Assert.True(tried > 50, $"{tried} values were tried");
    }

    [Fact]
    public void A_policy_that_is_switched_off_stays_off() => Assert.False(Read<AccountPolicy>(Write(new AccountPolicy { Name = "one", Enabled = false })).Enabled);

    /// <summary>What a policy says holds, whatever a new one begins with in a later release.</summary>
    [Fact]
    public void A_policy_is_written_whole() => Assert.Contains("\"CoolingPeriod\":\"00:00:00\"", Write(new AccountPolicy { Name = "one" }), StringComparison.Ordinal);

    private static IEnumerable<Type> Kept() =>
        ((string[])["ResetBot.Recovery", "ResetBot.Dialogs", "ResetBot.Bot"])
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IDocument)) && type.GetConstructor(Type.EmptyTypes) is not null);

    private static string Something(Type type) =>
        type == typeof(string) ? "\"x\"" : type == typeof(ConversationReference) ? """{"Channel":"c","ConversationId":"i","UserId":"u"}""" : "[]";

    private static object[] Values(Type type) =>
        type == typeof(bool) ? [false, true] : type == typeof(int) ? [0, 1] : type.IsEnum ? [.. Enum.GetValues(type).Cast<object>()] : [];

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, DocumentJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, DocumentJson.Options)!;

    private sealed class Sheet
    {
        public required int Must { get; init; }
        public bool Open { get; set; } = true;
        public int Least { get; set; } = 2;
        public int Count { get; set; }
        public int? Maybe { get; set; }
        public int? Begun { get; set; } = 4;
        public List<string> Names { get; set; } = [];
        public List<string> None { get; set; } = ["one"];

        [JsonInclude]
        public SlidingCount Sent { get; init; } = new();
    }

    private sealed record Line(int Plain, int Least = 5)
    {
        public bool Told { get; init; }
    }
}
