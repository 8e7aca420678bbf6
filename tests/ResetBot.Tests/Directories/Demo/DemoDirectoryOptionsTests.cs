using ResetBot.Directories.Demo;
using Xunit;

namespace ResetBot.Tests.Directories.Demo;

public sealed class DemoDirectoryOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented_and_pass()
    {
        var options = new DemoDirectoryOptions();

        Assert.Equal("data/demo-directory.db", options.File);
        Assert.Equal(0, options.ExtraPeople);
        Assert.Equal(TimeSpan.Zero, options.MinimumPasswordAge);
        Assert.True(new DemoDirectoryOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found()
    {
        var result = new DemoDirectoryOptionsValidator().Validate(null, new DemoDirectoryOptions { File = " ", ExtraPeople = -3, MinimumPasswordAge = TimeSpan.FromDays(999) });

        Assert.Equal(
            [
                "Demo:File names the SQLite file of the demonstration directory; found ' '.",
                "Demo:ExtraPeople is 0 to 10000000; found -3.",
                "Demo:MinimumPasswordAge is 00:00:00 to 998.00:00:00; found 999.00:00:00.",
            ],
            result.Failures);
    }
}
