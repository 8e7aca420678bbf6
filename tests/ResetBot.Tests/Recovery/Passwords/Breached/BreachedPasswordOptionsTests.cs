using ResetBot.Recovery.Passwords.Breached;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords.Breached;

public sealed class BreachedPasswordOptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-breached-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new BreachedPasswordOptions();

        Assert.Equal("BreachedPasswords", BreachedPasswordOptions.Section);
        Assert.Equal(BreachSource.None, options.Source);
        Assert.Equal("", options.Path);
        Assert.Equal(new Uri("https://api.pwnedpasswords.com/"), options.Address);
        Assert.Equal(1, options.MinimumCount);
        Assert.Equal(WhenUnavailable.Refuse, options.WhenUnavailable);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Timeout);
        Assert.Empty(BreachedPasswordOptionsValidator.Faults(options));
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found()
    {
        var options = new BreachedPasswordOptions
        {
            Source = (BreachSource)9,
            Address = new Uri("http://breached.example/"),
            MinimumCount = 0,
            WhenUnavailable = (WhenUnavailable)9,
            Timeout = TimeSpan.FromMinutes(1),
        };

        Assert.Equal(
            [
                "BreachedPasswords:Source is None, Folder, File or Api; found 9.",
                "BreachedPasswords:WhenUnavailable is Refuse or GoOn; found 9.",
                "BreachedPasswords:MinimumCount is 1 to 1000000; found 0.",
                "BreachedPasswords:Timeout is 00:00:01 to 00:00:30; found 00:01:00.",
                "BreachedPasswords:Address is an https address (http on loopback only); found 'http://breached.example/'.",
            ],
            BreachedPasswordOptionsValidator.Faults(options));
    }

    [Theory]
    [InlineData("https://breached.example/ranges?key=1", false)]
    [InlineData("https://somebody:secret@breached.example/", false)]
    [InlineData("ftp://breached.example/", false)]
    [InlineData("ranges", false)]
    [InlineData("https://breached.example/ranges", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://localhost/", true)]
    public void An_address_is_protected_or_on_this_machine(string address, bool isFine)
    {
        var options = new BreachedPasswordOptions { Address = new Uri(address, UriKind.RelativeOrAbsolute) };

        Assert.Equal(isFine, BreachedPasswordOptionsValidator.Faults(options).Count == 0);
    }

    [Fact]
    public void A_folder_has_the_first_and_the_last_of_the_range_files()
    {
        var options = new BreachedPasswordOptions { Source = BreachSource.Folder, Path = _folder };
        Write("00000.txt", "0005AD76BD555C1D6D771DE417A4B87E4B4:10");
        Assert.Equal(
            [$"BreachedPasswords:Path is a folder with the range files 00000.txt to FFFFF.txt, which can be read; found '{_folder}'."],
            BreachedPasswordOptionsValidator.Faults(options));

        Write("FFFFF.txt", "");
        Assert.Single(BreachedPasswordOptionsValidator.Faults(options));

        Write("FFFFF.txt", "FF983A91443AE72BD98E59ADAB93B31974B:2");
        Assert.Empty(BreachedPasswordOptionsValidator.Faults(options));
    }

    [Fact]
    public void A_file_is_there_can_be_read_and_is_not_empty()
    {
        var file = Write("hashes.txt", "");
        Assert.Equal(
            [$"BreachedPasswords:Path is a file that can be read and is not empty; found '{file}'."],
            BreachedPasswordOptionsValidator.Faults(new() { Source = BreachSource.File, Path = file }));
        Assert.Single(BreachedPasswordOptionsValidator.Faults(new() { Source = BreachSource.File, Path = file + ".missing" }));
        Assert.Single(BreachedPasswordOptionsValidator.Faults(new() { Source = BreachSource.File, Path = _folder }));
        Assert.Single(BreachedPasswordOptionsValidator.Faults(new() { Source = BreachSource.File }));

        Write("hashes.txt", "000000005AD76BD555C1D6D771DE417A4B87E4B4:10");

        Assert.Empty(BreachedPasswordOptionsValidator.Faults(new() { Source = BreachSource.File, Path = file }));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
