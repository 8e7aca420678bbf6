using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Policy;

/// <summary>Looks for what does not fit together in a list of policies, and for what its author should know.</summary>
public sealed class PolicyCheck(FactorTable factors, IDirectory directory)
{
    /// <summary>Faults and warnings, the groups that the directory does not know among them.</summary>
    public async Task<IReadOnlyList<PolicyFinding>> FindAsync(IReadOnlyList<AccountPolicy> policies, CancellationToken cancellation)
    {
        List<PolicyFinding> found = [];
        if (policies.Count == 0)
        {
            found.Add(new PolicyFinding(false, "there is no policy: nobody can recover an account (SSPR_0011)"));
        }

        for (var index = 0; index < policies.Count; index++)
        {
            var at = index;
            found.AddRange(Faults(policies[at]).Select(fault => new PolicyFinding(true, fault.Text, at, fault.Setting)));
            found.AddRange(Warnings(policies[at]).Select(warning => new PolicyFinding(false, warning.Text, at, warning.Setting)));
            found.AddRange(Place(policies, at));
        }

        return [.. found, .. await UnknownAsync(policies, cancellation)];
    }

    private IEnumerable<(string Setting, string Text)> Faults(AccountPolicy policy)
    {
        var required = Math.Max(policy.MethodsRequiredToReset, policy.MethodsRequiredToUnlock);
        if (policy.MethodsToRegister < required)
        {
            yield return ("methodsToRegister", $"methodsToRegister is {policy.MethodsToRegister}; it must be at least {required}, as many as are required");
        }

        if (policy.ColleaguesRequired > policy.ColleaguesNamed)
        {
            yield return ("colleaguesRequired", $"colleaguesRequired is {policy.ColleaguesRequired}; it must be at most {policy.ColleaguesNamed}, as many as may be named");
        }

        var independent = factors.Independent(policy.MethodsAllowed);
        if (independent < policy.MethodsToRegister)
        {
            yield return ("methodsAllowed", $"methodsAllowed has {independent} methods that count apart; methodsToRegister asks for {policy.MethodsToRegister}");
        }

        // OWASP Forgot Password Cheat Sheet: questions must not be the only way.
        if (policy.MethodsAllowed.Count > 0 && !factors.HasOneThatStandsAlone(policy.MethodsAllowed))
        {
            yield return ("methodsAllowed", $"methodsAllowed has only {Written(policy.MethodsAllowed)}; it counts beside another method only");
        }

        // Entra SSPR: the app must not be the only method.
        if (policy.MethodsAllowed.Count > 0 && policy.MethodsAllowed.All(kind => kind == MethodKind.Authenticator))
        {
            yield return ("methodsAllowed", "methodsAllowed has only authenticator; it must not be the only method");
        }
    }

    private IEnumerable<(string Setting, string Text)> Warnings(AccountPolicy policy)
    {
        if (policy.MethodsRequiredToReset < AdministratorFloor.Gates)
        {
            yield return ("methodsRequiredToReset", $"methodsRequiredToReset is {policy.MethodsRequiredToReset}: {Floor}");
        }

        if (policy.MethodsRequiredToUnlock < AdministratorFloor.Gates)
        {
            yield return ("methodsRequiredToUnlock", $"methodsRequiredToUnlock is {policy.MethodsRequiredToUnlock}: {Floor}");
        }

        // What is allowed by default surprises nobody.
        var beside = policy.MethodsAllowed.Where(kind => factors.Of(kind) is { NeverAlone: true, OffByDefault: true }).ToList();
        if (beside.Count > 0 && Math.Min(policy.MethodsRequiredToReset, policy.MethodsRequiredToUnlock) < 2)
        {
            yield return ("methodsAllowed", $"methodsAllowed has {Written(beside)}: it counts for nothing where one method is required, and never for administrators");
        }

        if (factors.Independent(AdministratorFloor.Methods(factors, policy.MethodsAllowed)) < AdministratorFloor.Gates)
        {
            yield return ("methodsAllowed", $"methodsAllowed is too little for administrators, who can recover nothing under it: {Floor}");
        }

        if (policy.Licence == LicenceTier.Free)
        {
            yield return ("licence", "licence is free: only administrators with cloud-only accounts can do anything under it (SSPR_0012)");
        }
    }

    private static string Written(IEnumerable<MethodKind> kinds) => string.Join(", ", kinds.Distinct().Select(PolicySettings.Written));

    private static string Floor => $"the administrators' floor of {AdministratorFloor.Gates} methods holds all the same";

    private static IEnumerable<PolicyFinding> Place(IReadOnlyList<AccountPolicy> policies, int at)
    {
        var policy = policies[at];
        var before = policies.Take(at).ToList();
        if (before.Exists(other => string.Equals(other.Name, policy.Name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new PolicyFinding(true, $"name is '{policy.Name}'; another policy is called so already", at, "name");
        }

        if (policy.Groups is { Count: 0 })
        {
            yield return new PolicyFinding(true, "groups is empty; name a group, or write everyone", at, "groups");
        }

        if (before.Find(other => other.Groups is null) is { } open)
        {
            yield return new PolicyFinding(false, $"'{policy.Name}' is never reached: '{open.Name}' before it is for everyone", at, "groups");
        }
        else if (policy.Groups is { Count: > 0 } groups
            && groups.All(group => before.Exists(other => other.Groups!.Contains(group, StringComparer.OrdinalIgnoreCase))))
        {
            yield return new PolicyFinding(false, $"'{policy.Name}' is never reached: policies before it are for all of its groups", at, "groups");
        }
    }

    private async Task<List<PolicyFinding>> UnknownAsync(IReadOnlyList<AccountPolicy> policies, CancellationToken cancellation)
    {
        List<PolicyFinding> unknown = [];
        try
        {
            foreach (var (policy, index) in policies.Select((policy, index) => (policy, index)))
            {
                foreach (var group in policy.Groups ?? [])
                {
                    if (await directory.HasGroupAsync(group, cancellation) == false)
                    {
                        unknown.Add(new PolicyFinding(false, $"groups has '{group}'; the directory knows no such group", index, "groups"));
                    }
                }
            }
        }
        catch (DirectoryUnavailableException)
        {
            unknown.Add(new PolicyFinding(false, "the names of groups could not be checked, since the directory does not answer"));
        }

        return unknown;
    }
}
