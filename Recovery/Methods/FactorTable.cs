using System.Collections.Frozen;

namespace ResetBot.Recovery.Methods;

/// <summary>Says what each kind of method depends on. A new kind is added to <see cref="Published"/> as a row; docs/policy.md shows it.</summary>
public sealed class FactorTable
{
    private readonly FrozenDictionary<MethodKind, FactorRow> _rows;

    public FactorTable(IReadOnlyList<FactorRow> rows)
    {
        Rows = rows;
        _rows = rows.ToFrozenDictionary(row => row.Kind);
    }

    /// <summary>The table that holds.</summary>
    public static FactorTable Published { get; } = new(
    [
        new(MethodKind.Email, FactorGroup.Mailbox, AccountTie.CompanyMailbox) { Way = CodeWay.Mail },
        new(MethodKind.Sms, FactorGroup.PhoneNumber, AccountTie.None) { Way = CodeWay.Text },
        new(MethodKind.VoiceMobile, FactorGroup.PhoneNumber, AccountTie.None) { Way = CodeWay.Call, OffByDefault = true },
        new(MethodKind.VoiceOffice, FactorGroup.OfficePhone, AccountTie.CompanyTelephone) { Way = CodeWay.Call, OffByDefault = true, FromDirectory = true },
        new(MethodKind.Authenticator, FactorGroup.AuthenticatorApp, AccountTie.None),

        // Both chats may hang on one sign-in: never the only gate. And a stranger who names an account must not have its owner asked.
        new(MethodKind.PushApproval, FactorGroup.ChatSession, AccountTie.None) { InOtherChat = true, NeverAlone = true, NeverBlind = true },
        new(MethodKind.Passkey, FactorGroup.Passkey, AccountTie.None, ResistsPhishing: true),
        new(MethodKind.RecoveryCodes, FactorGroup.PaperList, AccountTie.None),
        new(MethodKind.Passcode, FactorGroup.HelpDesk, AccountTie.None) { OffByDefault = true, FromDirectory = true },

        // Whoever is asked hears whose account it is: never for a name that somebody typed.
        new(MethodKind.ManagerApproval, FactorGroup.OtherPeople, AccountTie.None, ForAdministrators: false)
        {
            OffByDefault = true, FromDirectory = true, ByOthers = true, NeverBlind = true,
        },

        // In one group with the manager, who may be one of the colleagues: the same people must not be two gates.
        new(MethodKind.ColleagueVouching, FactorGroup.OtherPeople, AccountTie.None, ForAdministrators: false)
        {
            OffByDefault = true, ByOthers = true, NeverBlind = true,
        },
        new(MethodKind.DirectoryEmail, FactorGroup.Mailbox, AccountTie.Unconfirmed, ForAdministrators: false) { Way = CodeWay.Mail, FromDirectory = true },
        new(MethodKind.DirectoryMobile, FactorGroup.PhoneNumber, AccountTie.Unconfirmed, ForAdministrators: false) { Way = CodeWay.Text, FromDirectory = true },

        // Entra SSPR: never for administrators. OWASP Forgot Password Cheat Sheet: never alone. OWASP ASVS 5.0 6.4.2: off.
        new(MethodKind.SecurityQuestions, FactorGroup.Memory, AccountTie.None, ForAdministrators: false) { OffByDefault = true, NeverAlone = true, NeverBlind = true },
        new(MethodKind.CurrentPassword, FactorGroup.Password, AccountTie.Always),
    ]);

    public IReadOnlyList<FactorRow> Rows { get; }

    /// <summary>The kinds that may stand in a policy.</summary>
    public IEnumerable<MethodKind> InPolicies => Rows.Where(row => row.Tie is not (AccountTie.Always or AccountTie.Unconfirmed)).Select(row => row.Kind);

    /// <summary>Those of them that people register.</summary>
    public IEnumerable<MethodKind> Registrable => InPolicies.Where(kind => !Of(kind).FromDirectory);

    /// <exception cref="ArgumentOutOfRangeException">The kind has no row.</exception>
    public FactorRow Of(MethodKind kind) =>
        _rows.TryGetValue(kind, out var row) ? row : throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no row in the table of factors");

    /// <summary>Whether two kinds hang on the same thing.</summary>
    public bool AreOne(MethodKind left, MethodKind right) => Of(left).Group == Of(right).Group;

    /// <summary>For how many these kinds count: for none, where no one among them, or among those that were used before, stands alone.</summary>
    public int Independent(IEnumerable<MethodKind> kinds, IReadOnlyCollection<MethodKind>? used = null)
    {
        List<MethodKind> counted = [.. kinds];
        return HasOneThatStandsAlone([.. counted, .. used ?? []]) ? counted.Select(kind => Of(kind).Group).Distinct().Count() : 0;
    }

    /// <summary>Whether one of these kinds may be the only gate.</summary>
    public bool HasOneThatStandsAlone(IEnumerable<MethodKind> kinds) => kinds.Any(kind => !Of(kind).NeverAlone);
}
