using Microsoft.Extensions.Options;

namespace ResetBot.Directories.Demo;

internal sealed class DemoDirectoryOptionsValidator : IValidateOptions<DemoDirectoryOptions>
{
    private const int MostExtraPeople = 10_000_000;
    private static readonly TimeSpan LongestMinimumAge = TimeSpan.FromDays(998); // [MS-SAMR] and the group policy "Minimum password age".

    public ValidateOptionsResult Validate(string? name, DemoDirectoryOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.File))
        {
            faults.Add($"Demo:File names the SQLite file of the demonstration directory; found '{options.File}'.");
        }

        if (options.ExtraPeople is < 0 or > MostExtraPeople)
        {
            faults.Add($"Demo:ExtraPeople is 0 to {MostExtraPeople}; found {options.ExtraPeople}.");
        }

        if (options.MinimumPasswordAge < TimeSpan.Zero || options.MinimumPasswordAge > LongestMinimumAge)
        {
            faults.Add($"Demo:MinimumPasswordAge is 00:00:00 to {LongestMinimumAge}; found {options.MinimumPasswordAge}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
