using System.Globalization;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Recovery.Policy;

/// <summary>Every setting of a policy, in the order in which they are written. docs/policy.md shows it.</summary>
public static class PolicySettings
{
    private const int LongestName = 60;
    private const int LongestGroup = 256;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(60);
    private static readonly TimeSpan LongestReconfirm = TimeSpan.FromDays(730);
    private static readonly TimeSpan LongestCooling = TimeSpan.FromDays(3);

    public static IReadOnlyList<PolicySetting> All { get; } =
    [
        new("name", "1 to 60 characters", "What the policy is called in messages and in the audit trail. No two are called the same.")
        {
            Show = policy => [policy.Name],
            Read = (policy, text) => IsPlain(text, LongestName) ? policy with { Name = text } : null,
        },
        new("groups", "everyone, or a list of different names of directory groups", "For whom it is; who is in a group inside one of these is in it too.")
        {
            Show = policy => policy.Groups,
            Read = (policy, text) => IsPlain(text, LongestGroup) && policy.Groups?.Contains(text, StringComparer.OrdinalIgnoreCase) != true
                ? policy with { Groups = [.. policy.Groups ?? [], text] }
                : null,
            Clear = policy => policy with { Groups = [] },
            Word = "everyone",
            ReadWord = policy => policy with { Groups = null },
        },
        Flag("enabled", "Whether these people may recover their accounts, and register for it.", policy => policy.Enabled, (policy, value) => policy with { Enabled = value }),
        List("operations", "What they may do.", RecoveryPolicy.EveryOperation, policy => policy.Operations, (policy, list) => policy with { Operations = list }),
        List("methodsAllowed", "What may prove who they are.", RecoveryPolicy.EveryMethod, policy => policy.MethodsAllowed, (policy, list) => policy with { MethodsAllowed = list }),
        Number("methodsRequiredToReset", 1, 2, "Methods that a reset asks for. Administrators: always 2.", policy => policy.MethodsRequiredToReset, (policy, value) => policy with { MethodsRequiredToReset = value }),
        Number("methodsRequiredToUnlock", 1, 2, "Methods that an unlock asks for. Administrators: always 2.", policy => policy.MethodsRequiredToUnlock, (policy, value) => policy with { MethodsRequiredToUnlock = value }),
        Number("methodsToRegister", 1, 9, "Methods that people are asked to register: at least as many as are required.", policy => policy.MethodsToRegister, (policy, value) => policy with { MethodsToRegister = value }),
        Number("colleaguesNamed", NamedColleagues.Fewest, NamedColleagues.Most, "Colleagues whom people may name to vouch for them, where `colleagueVouching` is allowed.", policy => policy.ColleaguesNamed, (policy, value) => policy with { ColleaguesNamed = value }),
        Number("colleaguesRequired", NamedColleagues.Fewest, NamedColleagues.Most, "How many of those have to vouch, each a different person: no more than may be named.", policy => policy.ColleaguesRequired, (policy, value) => policy with { ColleaguesRequired = value }),
        Flag("notifyPerson", "Whether people are told, on every way there is, what was done to their account. Signs of an attack are told always.", policy => policy.NotifyPerson, (policy, value) => policy with { NotifyPerson = value }),
        Text("notifyAdministratorsAt", "none or an e-mail address", "Who gets a mail when the password of an administrator under this policy was reset, and when anybody under it says that something was not they.", policy => policy.NotifyAdministratorsAt, (policy, value) => policy with { NotifyAdministratorsAt = value }, IsAddress),
        Text("helpDesk", "none, an e-mail address or an https address", "The help desk in refusals; none: that of the installation (`HelpDesk:Link`).", policy => policy.HelpDesk, (policy, value) => policy with { HelpDesk = value }, IsLink),
        Time("freshness", "When a method that was added or changed later begins to count.", policy => policy.Freshness, (policy, value) => policy with { Freshness = value }),
        Time("phoneFreshness", "The same for a phone number, which can be stolen by swapping a SIM.", policy => policy.PhoneFreshness, (policy, value) => policy with { PhoneFreshness = value }),
        Time("coolingPeriod", "How long a proved reset waits before the new password is asked for; the owner of the account hears of it on every way and can stop it.", policy => policy.CoolingPeriod, (policy, value) => policy with { CoolingPeriod = value }, LongestCooling),
        Time("administratorCoolingPeriod", "The same for administrators who passed no gate with a passkey; the longer of the two holds for them.", policy => policy.AdministratorCoolingPeriod, (policy, value) => policy with { AdministratorCoolingPeriod = value }, LongestCooling),
        Time("reconfirm", "How long after they registered, or said so last, people are asked whether their methods are still right; 0: never.", policy => policy.Reconfirm, (policy, value) => policy with { Reconfirm = value }, LongestReconfirm),
        Choice("registerByDirectory", "Which phones and addresses of the directory prove a first registration, by a code that is sent there: protected are those that their owner cannot change.", policy => policy.RegisterByDirectory, (policy, value) => policy with { RegisterByDirectory = value }),
        Choice("licence", "What the tenant pays for. Free: administrators that are cloud-only, change and reset. Basic: all cloud-only accounts. Premium: all.", policy => policy.Licence, (policy, value) => policy with { Licence = value }),
    ];

    /// <summary>The setting of this name; null when there is none. Names are written as they are listed.</summary>
    public static PolicySetting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);

    internal static bool IsAddress(string text) => Destinations.Email(text) is { } address && string.Equals(address, text, StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(string text) => text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        ? IsPlain(text, 2000) && !text.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '"') && Uri.TryCreate(text, UriKind.Absolute, out var page) && page.UserInfo.Length == 0
        : IsAddress(text);

    private static bool IsPlain(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && text.Trim() == text && !text.Any(char.IsControl);

    private static PolicySetting Flag(string name, string meaning, Func<AccountPolicy, bool> get, Func<AccountPolicy, bool, AccountPolicy> set) =>
        new(name, "yes or no", meaning)
        {
            Show = policy => [get(policy) ? "yes" : "no"],
            Read = (policy, text) => text switch
            {
                "yes" or "true" => set(policy, true),
                "no" or "false" => set(policy, false),
                _ => null,
            },
        };

    private static PolicySetting Number(
        string name, int least, int most, string meaning, Func<AccountPolicy, int> get, Func<AccountPolicy, int, AccountPolicy> set) =>
        new(name, most == least + 1 ? $"{least} or {most}" : $"from {least} to {most}", meaning)
        {
            Show = policy => [get(policy).ToString(CultureInfo.InvariantCulture)],
            Read = (policy, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                ? set(policy, value)
                : null,
        };

    private static PolicySetting Text(
        string name, string values, string meaning, Func<AccountPolicy, string?> get, Func<AccountPolicy, string?, AccountPolicy> set, Func<string, bool> isOne) =>
        new(name, values, meaning)
        {
            Show = policy => [get(policy) ?? "none"],
            Read = (policy, text) => text == "none" ? set(policy, null) : isOne(text) ? set(policy, text) : null,
        };

    private static PolicySetting Time(
        string name, string meaning, Func<AccountPolicy, TimeSpan> get, Func<AccountPolicy, TimeSpan, AccountPolicy> set, TimeSpan? longest = null) =>
        new(name, $"from 0 to {(longest ?? LongestWait).Days} days, as in 7d, 24h or 90m", meaning)
        {
            Show = policy => [Written(get(policy))],
            Read = (policy, text) => Duration(text) is { } value && value <= (longest ?? LongestWait) ? set(policy, value) : null,
        };

    private static PolicySetting Choice<T>(string name, string meaning, Func<AccountPolicy, T> get, Func<AccountPolicy, T, AccountPolicy> set)
        where T : struct, Enum =>
        new(name, Choices(Enum.GetValues<T>()), meaning)
        {
            Show = policy => [Written(get(policy))],
            Read = (policy, text) => Find(Enum.GetValues<T>(), text) is { } one ? set(policy, one) : null,
        };

    private static PolicySetting List<T>(
        string name, string meaning, IReadOnlyList<T> all, Func<AccountPolicy, IReadOnlyList<T>> get, Func<AccountPolicy, IReadOnlyList<T>, AccountPolicy> set)
        where T : struct, Enum =>
        new(name, $"a list of any of {Choices(all)}, each once", meaning)
        {
            Show = policy => [.. get(policy).Select(Written)],
            Read = (policy, text) => Find(all, text) is { } one && !get(policy).Contains(one) ? set(policy, [.. get(policy), one]) : null,
            Clear = policy => set(policy, []),
        };

    private static T? Find<T>(IReadOnlyList<T> all, string text)
        where T : struct, Enum => all.Cast<T?>().FirstOrDefault(one => Written(one!.Value) == text);

    private static string Choices<T>(IReadOnlyList<T> all)
        where T : struct, Enum => string.Join(", ", all.SkipLast(1).Select(Written)) + (all.Count > 1 ? " or " : "") + Written(all[^1]);

    // Email is written email, and RecoveryCodes recoveryCodes.
    internal static string Written<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static string Written(TimeSpan time) => time switch
    {
        _ when time.Ticks % TimeSpan.TicksPerDay == 0 => string.Create(CultureInfo.InvariantCulture, $"{time.Ticks / TimeSpan.TicksPerDay}d"),
        _ when time.Ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{time.Ticks / TimeSpan.TicksPerHour}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes}m"),
    };

    private static TimeSpan? Duration(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
        {
            return text == "0" ? TimeSpan.Zero : null;
        }

        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => null,
        };
    }
}
