using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Recovery.Policy;

/// <summary>Lists what is out of range in <see cref="RecoveryPolicy"/>.</summary>
public static class RecoveryPolicyValidator
{
    public static IEnumerable<string> Faults(RecoveryPolicy policy) => [.. Numbers(policy), .. Methods(policy), .. Others(policy), .. Times(policy)];

    private static IEnumerable<string> Numbers(RecoveryPolicy policy)
    {
        if (policy.MethodsRequiredToReset is < 1 or > 2)
        {
            yield return $"Policy:MethodsRequiredToReset is {policy.MethodsRequiredToReset}; it must be 1 or 2.";
        }

        if (policy.MethodsRequiredToUnlock is < 1 or > 2)
        {
            yield return $"Policy:MethodsRequiredToUnlock is {policy.MethodsRequiredToUnlock}; it must be 1 or 2.";
        }

        if (policy.MethodsToRegister < policy.MethodsRequiredToUnlock)
        {
            yield return $"Policy:MethodsToRegister is {policy.MethodsToRegister}; it must be at least Policy:MethodsRequiredToUnlock ({policy.MethodsRequiredToUnlock}).";
        }

        if (policy.MethodsToRegister < policy.MethodsRequiredToReset || policy.MethodsToRegister > 3)
        {
            yield return $"Policy:MethodsToRegister is {policy.MethodsToRegister}; it must be from Policy:MethodsRequiredToReset "
                + $"({policy.MethodsRequiredToReset}) to 3.";
        }

        if (policy.ColleaguesNamed < NamedColleagues.Fewest || policy.ColleaguesNamed > NamedColleagues.Most)
        {
            yield return $"Policy:ColleaguesNamed is {policy.ColleaguesNamed}; it must be from {NamedColleagues.Fewest} to {NamedColleagues.Most}.";
        }

        if (policy.ColleaguesRequired < NamedColleagues.Fewest || policy.ColleaguesRequired > policy.ColleaguesNamed)
        {
            yield return $"Policy:ColleaguesRequired is {policy.ColleaguesRequired}; it must be from {NamedColleagues.Fewest} to Policy:ColleaguesNamed "
                + $"({policy.ColleaguesNamed}).";
        }
    }

    private static IEnumerable<string> Methods(RecoveryPolicy policy)
    {
        if (policy.MethodsAllowed.Contains(MethodKind.CurrentPassword))
        {
            yield return "Policy:MethodsAllowed names CurrentPassword; a password that is known needs no reset.";
        }

        // Those that hang on one thing count once.
        if (FactorTable.Published.Independent(policy.Allowed()) is var apart && apart < policy.MethodsToRegister)
        {
            yield return $"Policy:MethodsAllowed names {apart} methods that count apart; Policy:MethodsToRegister asks for {policy.MethodsToRegister}.";
        }

        if (!FactorTable.Published.HasOneThatStandsAlone(policy.Allowed()))
        {
            yield return $"Policy:MethodsAllowed names only {string.Join(", ", policy.Allowed().Distinct())}; it counts beside another method only.";
        }

        if (policy.Allowed().SequenceEqual([MethodKind.Authenticator]))
        {
            yield return "Policy:MethodsAllowed names only Authenticator; it must not be the only method.";
        }
    }

    private static IEnumerable<string> Others(RecoveryPolicy policy)
    {
        foreach (var always in policy.Operations.Where(AccountPolicy.IsAlwaysAllowed))
        {
            yield return $"Policy:Operations names {always}, which is part of everything.";
        }

        if (policy.NotifyAdministratorsAt is { } address && !PolicySettings.IsAddress(address))
        {
            yield return $"Policy:NotifyAdministratorsAt is '{address}'; it must be an e-mail address.";
        }

        if (!Enum.IsDefined(policy.RegisterByDirectory))
        {
            yield return $"Policy:RegisterByDirectory is {policy.RegisterByDirectory}; it must be None, Protected or All.";
        }

        if (!Enum.IsDefined(policy.Licence))
        {
            yield return $"Policy:Licence is {policy.Licence}; it must be Free, Basic or Premium.";
        }
    }

    private static IEnumerable<string> Times(RecoveryPolicy policy)
    {
        if (policy.QuestionLifetime < TimeSpan.FromMinutes(5) || policy.QuestionLifetime > TimeSpan.FromHours(1))
        {
            yield return $"Policy:QuestionLifetime is {policy.QuestionLifetime}; it must be from 5 minutes to 1 hour.";
        }

        (string Name, TimeSpan Value, int Days)[] times =
        [
            ("Freshness", policy.Freshness, 60),
            ("PhoneFreshness", policy.PhoneFreshness, 60),
            ("CoolingPeriod", policy.CoolingPeriod, 3),
            ("AdministratorCoolingPeriod", policy.AdministratorCoolingPeriod, 3),
            ("Reconfirm", policy.Reconfirm, 730),
        ];
        foreach (var (name, value, days) in times)
        {
            if (value < TimeSpan.Zero || value > TimeSpan.FromDays(days))
            {
                yield return $"Policy:{name} is {value}; it must be from 0 to {days} days.";
            }
        }
    }
}
