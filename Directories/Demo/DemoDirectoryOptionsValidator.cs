using Microsoft.Extensions.Options;

namespace ResetBot.Directories.Demo;

internal sealed class DemoDirectoryOptionsValidator : IValidateOptions<DemoDirectoryOptions>
{
    private const int MostExtraPeople = 10_000_000;

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

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
