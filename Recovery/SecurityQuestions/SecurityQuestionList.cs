namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>
/// The questions that there are, by the names that are kept with answers. Their words are elsewhere. A name that stands here is never given to
/// another question.
/// </summary>
public sealed class SecurityQuestionList(SecurityQuestionOptions options)
{
    private const string Own = "custom:";

    /// <summary>Ours: what is remembered for a lifetime, has many answers, and stands in no profile.</summary>
    public static IReadOnlyList<string> Predefined { get; } =
    [
        "firstFriend", "firstTeacher", "firstSuperior", "firstPet", "firstConcert", "firstFilm", "firstBook", "firstGame", "firstFlight", "firstCar",
        "firstPhone", "firstDish", "firstMelody", "firstPrize", "firstSavings", "firstEarnings", "learnedSwimming", "learnedCycling", "childStreet",
        "childToy", "childHideout", "childNickname", "childDream", "childFear", "childDislike", "childHero", "childSong", "childHoliday", "schoolTrip",
        "schoolPart", "grandmotherTown", "grandfatherWork", "oldestCousin", "oldNeighbour", "lostThing",
    ];

    /// <summary>All that can be chosen, ours first.</summary>
    public IReadOnlyList<string> All { get; } = [.. Predefined, .. options.Custom.Keys.Order(StringComparer.Ordinal).Select(name => Own + name)];

    public bool Has(string question) => All.Contains(question);

    /// <summary>What a question of the company says; null when it is one of ours.</summary>
    public string? CustomText(string question) =>
        question.StartsWith(Own, StringComparison.Ordinal) && options.Custom.TryGetValue(question[Own.Length..], out var text) ? text : null;
}
