using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Demo;

/// <summary>Refuses demo mode wherever real people could meet it.</summary>
internal sealed class DemoOptionsValidator(IHostEnvironment environment, IEnumerable<RealPart> realParts) : IValidateOptions<DemoOptions>
{
    private const int MostExtraPeople = 5_000_000;

    public ValidateOptionsResult Validate(string? name, DemoOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(DemoOptions options)
    {
        if (options.ExtraPeople is < 0 or > MostExtraPeople)
        {
            yield return $"Demo:ExtraPeople must be 0 to {MostExtraPeople}; found {options.ExtraPeople}.";
        }

        if (options.Enabled is not true)
        {
            yield break;
        }

        if (environment.IsProduction())
        {
            yield return "Demo:Enabled must not be true in the Production environment; found true.";
        }

        foreach (var part in realParts.Where(part => part.IsSet))
        {
            yield return $"Demo mode cannot run beside {part.Setting}; found '{part.Found}'. Set Demo:Enabled to false, or remove it.";
        }
    }
}
