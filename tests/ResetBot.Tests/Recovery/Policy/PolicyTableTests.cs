using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.SecurityQuestions;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;
using Words = ResetBot.Dialogs.Common.Methods;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>Every combination of what is allowed by default, its verdict and its explanation; the same stands in docs/policy.md.</summary>
public sealed class PolicyTableTests : IAsyncDisposable
{
    private static readonly bool[] Either = [false, true];
    private static readonly (string Words, string? Address)[] Mailboxes =
        [("", null), ("e-mail", PolicyDesks.PrivateAddress), ("e-mail of the company", PolicyDesks.CompanyAddress)];

    private static readonly MethodKind[] Others = [.. RecoveryPolicy.DefaultMethods.Where(kind => kind != MethodKind.Email)];
    private static readonly MethodKind[][] Subsets =
        [.. Enumerable.Range(0, 1 << Others.Length).Select(chosen => Others.Where((_, index) => (chosen & (1 << index)) != 0).ToArray())];

    private readonly PolicyDesks _desks = new();

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public void A_reset_can_begin_when_enough_methods_count_and_otherwise_says_what_is_missing()
    {
        List<string[]> rows = [];
        foreach (var required in (int[])[1, 2])
        {
            _desks.Follow(For("Everyone") with { MethodsRequiredToReset = required });
            rows.AddRange(
                from administrator in Either
                from mailbox in Mailboxes
                from others in Subsets
                select Verdict(required, administrator, mailbox, others));
        }

        Assert.Equal(2 * 2 * Mailboxes.Length * (1 << Others.Length), rows.Count);
        PolicyPage.Has("verdicts", ["required", "administrator", "registered", "count", "needed", "can begin", "what is said"], rows);
    }

    [Fact]
    public void For_the_second_gate_a_method_counts_that_hangs_on_nothing_that_was_used()
    {
        List<string[]> rows = [];
        foreach (var (words, address) in Mailboxes.Skip(1))
        {
            var record = _desks.Registered(address, [.. FactorTable.Published.Registrable.Where(kind => kind != MethodKind.Email)]);
            foreach (var used in FactorTable.Published.InPolicies)
            {
                foreach (var (method, standing) in _desks.Desks.Judge.Judge(record, PersonWithPhone(), RecoveryPolicy.EveryMethod, [used], 2, _desks.Now))
                {
                    var same = method.Kind == used || (IsMobile(method.Kind) && IsMobile(used)) || (IsByOthers(method.Kind) && IsByOthers(used)) || (IsBeside(method.Kind) && IsBeside(used));
                    var counts = !same && (method.Kind != MethodKind.Email || address == PolicyDesks.PrivateAddress);
                    Assert.Equal(counts, standing is MethodStanding.Counts);
                    rows.Add([Word(used), method.Kind == MethodKind.Email ? words : Word(method.Kind), counts ? "yes" : "no", Words.Explain(_desks.Turn(), method, standing)]);
                }
            }
        }

        PolicyPage.Has("gates", ["used before", "method", "counts", "what is said"], rows.DistinctBy(row => string.Join('|', row)));
    }

    [Fact]
    public void Methods_of_one_group_count_once_wherever_they_are_counted()
    {
        var factors = new FactorTable([.. FactorTable.Published.Rows.Select(row => row.Kind == MethodKind.Authenticator ? row with { Group = FactorGroup.PhoneNumber } : row)]);
        var judge = new MethodJudge(_desks.Desks.Directory, _desks.Desks.Offered, factors, new DirectoryMethods(_desks.Desks.ChallengeOptions), new QuestionDesk(new SecurityQuestionList(new()), new()), _desks.Desks.Policies);
        foreach (var mailbox in Mailboxes)
        {
            var methods = judge.Judge(_desks.Registered(mailbox.Address, MethodKind.Sms, MethodKind.Authenticator), Person(), RecoveryPolicy.EveryMethod, [], 2, _desks.Now);
            Assert.Equal(mailbox.Address == PolicyDesks.PrivateAddress ? 2 : 1, judge.Counting(methods));
            var (app, standing) = judge.Apart(methods)[^1];
            Assert.Equal(
                "Authenticator app depends on the same thing as Text message: the two count once.", Words.Explain(_desks.Turn(), app, standing), ignoreCase: true);
        }

        var second = judge.Judge(_desks.Registered(null, MethodKind.Sms, MethodKind.Authenticator), Person(), RecoveryPolicy.EveryMethod, [MethodKind.Sms], 2, _desks.Now);
        Assert.Equal([new MethodStanding.GroupUsed(), new MethodStanding.CountsOnce(MethodKind.Sms)], second.Select(method => method.Standing));
    }

    [Fact]
    public void Every_reason_has_words_in_every_language()
    {
        var later = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);
        (string When, MethodStanding Standing)[] reasons =
        [
            ("it hangs on the account", new MethodStanding.DependsOnAccount()),
            ("it was used in this case", new MethodStanding.GroupUsed()),
            ("its calls ring through the account", new MethodStanding.RingsInAccount()),
            ("its owner could write another number into the directory", new MethodStanding.OwnerMayChange()),
            ("it depends on the same thing as another", new MethodStanding.CountsOnce(MethodKind.Sms)),
            ("it counts beside another method only, and nothing else counts or is asked for", new MethodStanding.NeverAlone()),
            ("more is asked for than was registered", new MethodStanding.Outdated()),
            ("fewer of the colleagues who were named have accepted than are needed", new MethodStanding.TooFewColleagues(1, 2)),
            ("the policy does not allow it", new MethodStanding.NotAllowed()),
            ("nothing of it is left", new MethodStanding.UsedUp()),
            ("an administrator has a passkey, and this is the second gate", new MethodStanding.NeedsResistance()),
            ("nothing carries it here", new MethodStanding.NotOffered()),
            ("it was added or changed lately", new MethodStanding.NotYet(later)),
            ("too many wrong answers", new MethodStanding.Paused(later)),
        ];
        var kinds = typeof(MethodStanding).GetNestedTypes().Where(kind => kind != typeof(MethodStanding.Counts)).Select(kind => kind.Name).Order();
        Assert.Equal(kinds, reasons.Select(reason => reason.Standing.GetType().Name).Order());
        var method = _desks.Registered(PolicyDesks.PrivateAddress).Methods.Single();
        Assert.All(reasons, reason => Assert.NotEqual(
            Words.Explain(_desks.Turn("en"), method, reason.Standing), Words.Explain(_desks.Turn("sv"), method, reason.Standing)));
        PolicyPage.Has("reasons", ["when", "what is said"], reasons.Select(reason => (string[])[reason.When, Words.Explain(_desks.Turn(), method, reason.Standing)]));
    }

    [Fact]
    public void Every_kind_of_method_has_a_row_and_the_table_is_published()
    {
        Assert.Equal(Enum.GetValues<MethodKind>().Order(), FactorTable.Published.Rows.Select(row => row.Kind).Order());
        PolicyPage.Has("factors", ["method", "hangs on", "hangs on the account", "for administrators", "by itself", "first on the web page", "allowed by default"], FactorTable.Published.Rows.Select(row => (string[])
        [
            row.Kind switch
            {
                MethodKind.CurrentPassword => "current password",
                MethodKind.DirectoryEmail => "other e-mail address in the directory",
                MethodKind.DirectoryMobile => "mobile phone in the directory",
                var kind => $"`{Written(kind)}`",
            },
            row.Group switch
            {
                FactorGroup.Mailbox => "a mailbox",
                FactorGroup.PhoneNumber => "a phone number, written or spoken to",
                FactorGroup.OfficePhone => "a telephone of the company, by the number in the directory",
                FactorGroup.AuthenticatorApp => "the secret in an app",
                FactorGroup.ChatSession => "a session in a chat; both chats may hang on one sign-in",
                FactorGroup.Passkey => "the private key in a device",
                FactorGroup.HelpDesk => "the help desk, which has made sure who it is",
                FactorGroup.OtherPeople => "the word of other people of the company",
                FactorGroup.PaperList => "a list on paper",
                FactorGroup.Memory => "what somebody knows of their life, and others may find out",
                FactorGroup.Password => "the password",
                _ => throw new InvalidOperationException($"{row.Group} has no words here"),
            },
            row.Tie switch
            {
                AccountTie.None => "no",
                AccountTie.CompanyMailbox => "its own mailbox, and any address in a domain of the company",
                AccountTie.CompanyTelephone => "where its calls ring through the account, as Teams Phone does: whoever holds a session of the account would answer them",
                AccountTie.Unconfirmed => "always: nobody has confirmed it, so that it proves a first registration only",
                AccountTie.Always => "always: it proves a registration or a change only",
                _ => throw new InvalidOperationException($"{row.Tie} has no words here"),
            },
            row.ForAdministrators ? "yes" : "never",
            row.NeverAlone ? "never" : "yes",
            !FactorTable.Published.InPolicies.Contains(row.Kind) || row.NeverBlind ? "never" : "yes",
            row.OffByDefault ? "no" : FactorTable.Published.InPolicies.Contains(row.Kind) ? "yes" : "",
        ]));
    }

    [Fact]
    public void Every_setting_is_published_with_its_default() => PolicyPage.Has(
        "settings", ["setting", "what", "values", "default"], PolicySettings.All.Select(setting => (string[])
        [
            $"`{setting.Name}`", setting.Meaning, setting.Values,
            setting.Name == "name" ? "none; it must be given" : string.Join(", ", setting.Show(For("x")) ?? [setting.Word!]),
        ]));

    private static string Word(MethodKind kind) => kind switch
    {
        MethodKind.Email => "e-mail",
        MethodKind.Sms => "text message",
        MethodKind.VoiceMobile => "call",
        MethodKind.VoiceOffice => "call to the office phone",
        MethodKind.Authenticator => "app",
        MethodKind.PushApproval => "other chat",
        MethodKind.Passkey => "passkey",
        MethodKind.RecoveryCodes => "recovery codes",
        MethodKind.ManagerApproval => "manager",
        MethodKind.ColleagueVouching => "colleagues",
        MethodKind.Passcode => "passcode",
        MethodKind.SecurityQuestions => "questions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool IsMobile(MethodKind kind) => kind is MethodKind.Sms or MethodKind.VoiceMobile;

    private static bool IsByOthers(MethodKind kind) => kind is MethodKind.ManagerApproval or MethodKind.ColleagueVouching;

    private static bool IsBeside(MethodKind kind) => kind is MethodKind.SecurityQuestions or MethodKind.PushApproval;

    private static string Written(MethodKind kind) => kind.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private string[] Verdict(int required, bool administrator, (string Words, string? Address) mailbox, MethodKind[] others)
    {
        Account account = administrator ? Administrator() : Person();
        var obstacle = _desks.Preflight.Obstacle(_desks.Registered(mailbox.Address, others), account, Operation.Reset, _desks.Now);

        // Said again in plain arithmetic, so that the rule is not compared with itself.
        var needed = administrator ? 2 : required;
        var alone = (mailbox.Address == PolicyDesks.PrivateAddress ? 1 : 0) + others.Count(kind => kind != MethodKind.PushApproval);
        var counting = alone + (others.Contains(MethodKind.PushApproval) && needed > 1 && alone > 0 ? 1 : 0);
        Assert.Equal(counting >= needed, obstacle is null);
        var said = "";
        if (obstacle is not null)
        {
            var card = _desks.Refusals.Of(_desks.Turn(), Assert.IsType<CaseStart.NotEnoughMethods>(obstacle));
            Assert.Equal(RefusalCodes.NotEnoughMethods, card.Code);
            Assert.Equal(mailbox.Address == PolicyDesks.CompanyAddress, card.Details.Any(detail => detail.Contains("work mailbox", StringComparison.Ordinal)));
            Assert.Contains(needed == 1 ? "a method" : $"{needed} methods", card.Why, StringComparison.Ordinal);
            Assert.Contains($" {counting}", card.Why, StringComparison.Ordinal);
            said = $"{card.Why} {string.Join(' ', card.Details.SkipLast(1))}".Trim();
        }

        var registered = string.Join(", ", others.Select(Word).Prepend(mailbox.Words).Where(word => word.Length > 0));
        return [$"{required}", administrator ? "yes" : "no", registered.Length > 0 ? registered : "nothing", $"{counting}", $"{needed}", obstacle is null ? "yes" : "no", said];
    }
}
