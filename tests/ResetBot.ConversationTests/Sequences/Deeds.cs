using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>Draws sequences: ways that lead somewhere, of several people at once, with gaps and with anything else in between.</summary>
internal static class Deeds
{
    public const string NameOfOwner = "<the owner's name>";
    public const string NewAddress = "<a new address>";
    public const string NewNumber = "<a new number>";
    public const string NumberOfBrowser = "<the number that the browser shows>";

    public static readonly string[] Words =
    [
        "reset", "unlock", "change", "register", "email", "sms", "1", "2", "cancel", "resend", "other method", "lost my phone", "help", "status", "done",
        "new link", "remove", "not me", "continue", "choose password", NameOfOwner, NewAddress, NewNumber, NumberOfBrowser, "4711", "123456", "one more", "language", "",
    ];

    public static readonly Rule[] Policies =
    [
        new("methodsRequiredToReset: 2"),
        new("methodsRequiredToReset: 1") { Reset = 1 },
        new("methodsRequiredToUnlock: 2") { Unlock = 2 },
        new("methodsAllowed: [sms, authenticator]") { Methods = [MethodKind.Sms] },
        new("methodsAllowed: [email, passkey]", "methodsRequiredToReset: 1") { Reset = 1, Methods = [MethodKind.Email] },
        new("operations: [change, unlock]") { Operations = [Operation.Change, Operation.Unlock, Operation.Register] },
        new("enabled: no") { Operations = [] },
        new("coolingPeriod: 1h") { Cooling = TimeSpan.FromHours(1) },
    ];

    private static readonly TimeSpan[] Times =
    [
        TimeSpan.FromSeconds(31), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(61),
        TimeSpan.FromHours(25), TimeSpan.FromDays(8),
    ];

    private static readonly Voice[] People = [Voice.Owner, Voice.Owner, Voice.Owner, Voice.OwnersPhone, Voice.OwnersBrowser, Voice.Thief, Voice.Colleague, Voice.Stranger];

    // Each leads somewhere for who can go it to the end, and shows how far the others come.
    private static readonly Func<Voice, Deed[]>[] Ways =
    [
        by => [.. Begins(by, "reset"), Says(by, "email"), Code(by), Code(by), Page(by), Fills(by)],
        by => [.. Begins(by, "reset"), Says(by, "sms"), Code(by), Code(by), Page(by), new Deed(by, Act.SendsThePageTwice)],
        by => [new Deed(Voice.World, Act.LocksTheAccount), .. Begins(by, "unlock"), Says(by, "sms"), Code(by), Code(by)],
        by => [.. Begins(by, "change"), Page(by), new Deed(by, Act.FillsThePageBadly), Fills(by)],
        by => [Says(by, "register"), Page(by), Fills(by), Says(by, "email"), Says(by, NewAddress), Code(by), Says(by, "done")],
        by => [Says(by, "register"), Says(by, "other method"), Says(by, "email"), Code(by), Says(by, "sms"), Says(by, NewNumber), Code(by), Says(by, "done")],
        by => [Says(by, "register"), Page(by), Fills(by), Says(by, "remove"), Says(by, "1"), Says(by, "done")],
        by =>
        [
            Says(by, "register"), Page(by), Fills(by), Says(by, "one more"), Says(by, "email"), Code(by), Says(by, "sms"), Says(by, NewNumber), Code(by), Says(by, "done"),
            .. Begins(by, "reset"), Says(by, "sms"), Code(by), Code(by), Page(by), Fills(by),
        ],
        by => [.. Begins(by, "reset"), Says(by, "email"), .. Enumerable.Repeat(new Deed(by, Act.TypesAWrongCode), 6), Code(by)],
        by => [.. Begins(by, "reset"), Says(by, "sms"), .. Enumerable.Repeat(Says(by, "resend"), 11), Code(by)],
        by => [Says(by, "not me"), Says(by, "1")],
        by => [.. Begins(Voice.OwnersBrowser, "reset"), Says(Voice.OwnersBrowser, "email"), Code(Voice.OwnersBrowser), Says(by, "continue"), Says(by, NumberOfBrowser), Code(by), Page(by), Fills(by)],
        by => [Comes(1), .. Begins(by, "reset"), Says(by, "email"), Code(by), Page(by), Comes(0), Fills(by)],
        by => [.. Begins(by, "reset"), Says(by, "email"), Code(by), Comes(3), Code(by), Page(by), Fills(by)],
        by => [Comes(7), .. Begins(by, "reset"), Says(by, "email"), Code(by), Code(by), Page(by), Fills(by), .. Later(by), Page(by), Fills(by)],
    ];

    private static readonly Gen<Deed> Any = Gen.Frequency(
        (8, Gen.Elements(People).Zip(Gen.Choose(0, Words.Length - 1)).Select(drawn => new Deed(drawn.Item1, Act.Says, drawn.Item2))),
        (8, Gen.Elements(People).Zip(Gen.Elements(Enum.GetValues<Act>()[1..14])).Zip(Gen.Choose(0, 5)).Select(drawn => new Deed(drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2))),
        (3, Gen.Elements(Act.Waits, Act.Waits, Act.WaitsUnseen).Zip(Gen.Choose(0, Times.Length - 1)).Select(drawn => new Deed(Voice.World, drawn.Item1, drawn.Item2))),
        (1, Gen.Choose(0, Policies.Length - 1).Select(which => new Deed(Voice.World, Act.ChangesThePolicy, which))));

    private static readonly Gen<Deed> Rare = Gen.Frequency((1, Gen.Constant(new Deed(Voice.World, Act.Restarts))), (30, Any));

    /// <summary>Sequences, which are made shorter by leaving deeds out.</summary>
    public static Arbitrary<Deed[]> Sequences { get; } = Arb.From(Sequence(), Shorter);

    public static string Word(int which) => Words[which % Words.Length];

    public static TimeSpan Time(int which) => Times[which % Times.Length];

    public static Rule Policy(int which) => Policies[which % Policies.Length];

    private static Gen<Deed[]> Sequence() =>
        from ways in Way().ListOf(3)
        from noise in Rare.ListOf(4)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Merge([.. ways, [.. noise]], new Random(seed));

    // Now and then something is left out of a way.
    private static Gen<Deed[]> Way() =>
        from way in Gen.Elements(Ways)
        from who in Gen.Elements(People)
        from gaps in Gen.Choose(0, 19).ListOf(20)
        select way(who).Where((_, index) => gaps[index % 20] > 0).ToArray();

    private static Deed[] Merge(Deed[][] lists, Random random)
    {
        var left = lists.Select(list => new Queue<Deed>(list)).Where(list => list.Count > 0).ToList();
        List<Deed> merged = [];
        while (left.Count > 0)
        {
            // Runs rather than single deeds, so that there are sequences in which one way is gone without anybody in between.
            var list = left[random.Next(left.Count)];
            for (var run = random.Next(2, 14); run > 0 && list.Count > 0; run--)
            {
                merged.Add(list.Dequeue());
            }

            left.RemoveAll(one => one.Count == 0);
        }

        return [.. merged];
    }

    private static IEnumerable<Deed[]> Shorter(Deed[] deeds)
    {
        for (var size = deeds.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from < deeds.Length; from += size)
            {
                yield return [.. deeds[..from], .. deeds[Math.Min(from + size, deeds.Length)..]];
            }
        }
    }

    private static Deed[] Begins(Voice by, string word) =>
        by is Voice.OwnersBrowser or Voice.Stranger ? [Says(by, word), Says(by, NameOfOwner)] : [Says(by, word)];

    private static Deed Says(Voice by, string word) => new(by, Act.Says, Array.IndexOf(Words, word));

    private static Deed Comes(int policy) => new(Voice.World, Act.ChangesThePolicy, policy);

    // When a waiting time is over.
    private static Deed[] Later(Voice by) => [new(Voice.World, Act.Waits, Array.IndexOf(Times, TimeSpan.FromMinutes(61))), Says(by, "choose password")];

    private static Deed Code(Voice by) => new(by, Act.TypesTheCode);

    private static Deed Page(Voice by) => new(by, Act.OpensThePage);

    private static Deed Fills(Voice by) => new(by, Act.FillsThePage);
}
