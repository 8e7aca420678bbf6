using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;
using Xunit;

namespace ResetBot.Tests.Recovery.Vouching;

/// <summary>
/// Whoever named whom, rings included, whoever reports to whom, and in whatever order people ask and answer: nobody comes to their own account by way
/// of others. Everybody says yes to everything here, and whoever passes has their account recovered at once.
/// </summary>
public sealed class VouchingProperties : IAsyncDisposable
{
    private const int People = 6;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly Gen<Scene> AnyScene =
        from managers in Gen.Choose(0, People * 2).ArrayOf(People)
        from named in Gen.SubListOf(Enumerable.Range(0, People)).ArrayOf(People)
        from needed in Gen.Choose(2, 3)
        from acts in AnyAct.ListOf(60)
        select new Scene(managers, [.. named.Select(list => (IReadOnlyList<int>)[.. list])], needed, [.. acts]);

    private readonly VouchingCompany _company = new();

    // Mostly answers, so that questions are answered before they are too old.
    private static Gen<Act> AnyAct => Gen.Frequency(
        (3, Gen.Choose(0, People - 1).Select(person => new Act(person, Asks: true, TimeSpan.Zero))),
        (8, Gen.Choose(0, People - 1).Select(person => new Act(person, Asks: false, TimeSpan.Zero))),
        (1, Gen.Choose(1, 100).Select(hours => new Act(0, Asks: false, TimeSpan.FromHours(hours)))),
        (2, Gen.Choose(1, 30).Select(minutes => new Act(0, Asks: false, TimeSpan.FromMinutes(minutes)))));

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public void No_graph_of_colleagues_lets_anybody_vouch_for_themselves_through_others()
    {
        var passed = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(AnyScene.ToArbitrary(), scene =>
        {
            var story = PlayAsync(scene).GetAwaiter().GetResult();
            passed += story.Count;
            return story.All(recovery => IsSound(scene, recovery, story));
        }));
        Assert.True(passed > 300, $"Only {passed} passed at all: the scenes show nothing.");
    }

    [Fact]
    public async Task In_a_ring_everybody_is_vouched_for_once_a_week_and_by_nobody_who_was()
    {
        int[] nobody = [.. Enumerable.Repeat(People, People)];
        IReadOnlyList<int>[] ring = [.. Enumerable.Range(0, People).Select(person => (IReadOnlyList<int>)[(person + 1) % People, (person + 2) % People])];
        List<Act> everybody =
        [
            .. Enumerable.Range(0, People).SelectMany(person => (Act[])
            [
                new(person, Asks: true, TimeSpan.Zero),
                new((person + 1) % People, Asks: false, TimeSpan.Zero),
                new((person + 2) % People, Asks: false, TimeSpan.Zero),
            ]),
        ];
        var story = await PlayAsync(new Scene(nobody, ring, 2, everybody));

        // The last two are vouched for by those who were the first.
        Assert.Equal([0, 1, 2, 3], story.Select(recovery => recovery.Person));
        story = await PlayAsync(new Scene(nobody, ring, 2, [.. everybody, new Act(0, Asks: false, Week), .. everybody]));
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], story.Select(recovery => recovery.Person));
    }

    // Said in plain words of the story, not by the rules: enough different people, none of them the person, below them, or not named; and whoever
    // came to one of their accounts within the week, by however many steps, is not the person.
    private static bool IsSound(Scene scene, Recovery recovery, List<Recovery> story)
    {
        HashSet<int> by = [.. recovery.By];
        return by.Count == recovery.By.Count && by.Count >= scene.Needed
            && by.All(colleague => colleague != recovery.Person && scene.Named[recovery.Person].Contains(colleague) && !IsBelow(scene.Managers, colleague, recovery.Person))
            && !ControlledBy(recovery, story).Contains(recovery.Person);
    }

    // Everybody who may be behind the words: those who said them, and those who vouched for one of them within the week before.
    private static HashSet<int> ControlledBy(Recovery recovery, List<Recovery> story)
    {
        HashSet<int> behind = [];
        Queue<int> open = new(recovery.By);
        while (open.TryDequeue(out var person))
        {
            if (behind.Add(person))
            {
                foreach (var before in story.Where(one => one.Person == person && one != recovery && one.At <= recovery.At && one.At + Week > recovery.At))
                {
                    before.By.ForEach(open.Enqueue);
                }
            }
        }

        return behind;
    }

    private static bool IsBelow(int[] managers, int colleague, int person)
    {
        HashSet<int> above = [];
        for (var next = managers[colleague]; next < People; next = managers[next])
        {
            if (!above.Add(next))
            {
                return true;
            }
        }

        return above.Contains(person);
    }

    private async Task<List<Recovery>> PlayAsync(Scene scene)
    {
        _company.Begin(scene.Managers, scene.Named, scene.Needed);
        Dictionary<string, Question> asked = [];
        List<Recovery> story = [];
        foreach (var act in scene.Acts)
        {
            _company.Pass(act.Wait);
            if (act is { Asks: true } && await _company.AskAsync(act.Person) is var (recoveryCase, numbers))
            {
                asked[recoveryCase.Id] = new Question(act.Person, recoveryCase, numbers, []);
            }
            else if (act is { Asks: false } && act.Wait == TimeSpan.Zero)
            {
                await AnswerAsync(act.Person, asked, story);
            }
        }

        return story;
    }

    private async Task AnswerAsync(int colleague, Dictionary<string, Question> asked, List<Recovery> story)
    {
        Question? question = null;
        var answer = await _company.SayAsync(colleague, waiting =>
        {
            question = asked[waiting.CaseId];
            return question.Numbers.Single(one => one.Name == $"p{colleague}").Number;
        });
        if (answer is not ApprovalAnswer.Given given || question is null)
        {
            return;
        }

        question.Words.Add(colleague);
        if (given.Left == 0)
        {
            Assert.Equal(CaseStatus.Proved, question.Case.Status);
            await _company.RecoverAsync(question.Person);

            // Whoever was recovered after they spoke is not heard: as many as are needed must be left without them.
            var now = _company.Now;
            List<int> heard = [.. question.Words.Where(one => !story.Exists(recovery => recovery.Person == one && recovery.At + Week > now))];
            story.Add(new Recovery(question.Person, heard, now));
        }
    }

    private sealed record Question(int Person, RecoveryCase Case, IReadOnlyList<(string Name, string Number)> Numbers, List<int> Words);

    private sealed record Scene(int[] Managers, IReadOnlyList<int>[] Named, int Needed, IReadOnlyList<Act> Acts);

    private sealed record Act(int Person, bool Asks, TimeSpan Wait);

    private sealed record Recovery(int Person, List<int> By, DateTimeOffset At);
}
