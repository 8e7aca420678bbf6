using ResetBot.Bot.BreachedPasswords;
using ResetBot.Recovery.Passwords.Breached;
using Xunit;

namespace ResetBot.Tests.Bot.BreachedPasswords;

public sealed class RangeFolderTests : IDisposable
{
    private const string Before = "000000000000000000000000000000000AA:7";
    private const string After = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:2";

    private readonly BreachScene _scene = new();

    public static TheoryData<string, string> Readable() => new()
    {
        { "the first line", "{0}:3\r\n" + After + "\r\n" },
        { "the last line", Before + "\r\n{0}:3\r\n" },
        { "the only line", "{0}:3\r\n" },
        { "no end of the last line", Before + "\r\n{0}:3" },
        { "no carriage returns", Before + "\n{0}:3\n" + After + "\n" },
        { "an empty line at the end", Before + "\n{0}:3\n\n" },
        { "a damaged line before it", "half a li\n{0}:3\n" },
    };

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_listed_password_is_found_with_its_count(string about, string file)
    {
        Write(file);
        Assert.True(await AskAsync() is BreachAnswer.Present { Times: 3 }, about);
        _scene.Write(BreachScene.Parts(BreachScene.Listed).Prefix + ".txt", string.Format(null, file, BreachScene.Parts(BreachScene.Listed).Suffix.ToLowerInvariant()));
        Assert.True(await AskAsync() is BreachAnswer.Present { Times: 3 }, about + ", in small letters");
    }

    [Fact]
    public async Task A_file_with_a_name_in_small_letters_is_found_too()
    {
        var (prefix, suffix) = BreachScene.Parts(BreachScene.Listed);
        _scene.Write(prefix.ToLowerInvariant() + ".txt", suffix + ":3");

        Assert.Equal(new BreachAnswer.Present(3), await AskAsync());
    }

    [Fact]
    public async Task A_password_that_is_not_there_is_absent_and_nothing_is_logged()
    {
        Write(Before + "\r\n" + After);

        Assert.Equal(new BreachAnswer.Absent(), await AskAsync());
        Assert.Equal("", _scene.Log);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("000000000000000000000000000000000AA:7\nhalf a li")]
    [InlineData("000000000000000000000000000000000AA:7\n000000000000000000000000000000000AB")]
    [InlineData("000000000000000000000000000000000AA:7\n000000000000000000000000000000000AB:")]
    [InlineData("000000000000000000000000000000000AA:7\n000000000000000000000000000000000AB:-1")]
    [InlineData("000000000000000000000000000000000AA:7\n00000000000000000000000000000000XAB:1")]
    [InlineData("<html><body>Not found</body></html>")]
    public async Task What_is_empty_or_damaged_cannot_say_that_a_password_is_absent(string file)
    {
        Write(file);

        Assert.Equal(new BreachAnswer.Unavailable(), await AskAsync());
        Assert.Contains("empty or damaged", _scene.Log, StringComparison.Ordinal);
        AssertLogTellsNothing();
    }

    [Fact]
    public async Task A_file_that_is_missing_cannot_say_so_either()
    {
        Assert.Equal(new BreachAnswer.Unavailable(), await AskAsync());
        Assert.Contains("could not be read", _scene.Log, StringComparison.Ordinal);
        AssertLogTellsNothing();
    }

    private void Write(string file)
    {
        var (prefix, suffix) = BreachScene.Parts(BreachScene.Listed);
        _scene.Write(prefix + ".txt", string.Format(null, file, suffix));
    }

    private Task<BreachAnswer> AskAsync() => BreachScene.AskAsync(new RangeFolder(_scene.Folder, _scene.Logger<RangeFolder>()), BreachScene.Listed);

    // The folder of the test is named without it.
    private void AssertLogTellsNothing()
    {
        var (prefix, suffix) = BreachScene.Parts(BreachScene.Listed);
        Assert.DoesNotContain(prefix, _scene.Log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(suffix, _scene.Log, StringComparison.OrdinalIgnoreCase);
    }
}
