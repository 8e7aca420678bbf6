using ResetBot.Recovery.Methods;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>One sequence, played by people of its own and judged after each deed.</summary>
internal sealed class Play : IDisposable
{
    private static int _passwords;

    private readonly Stage _stage;
    private readonly Actors _actors;
    private readonly Gatekeeper _model;
    private readonly List<string> _told = [];

    private Play(Stage stage)
    {
        _stage = stage;
        var (owner, colleague) = (stage.Host.Somebody(), stage.Host.Somebody());
        _actors = new Actors(stage.Host, owner, colleague);
        var passwords = new[] { owner, colleague }.ToDictionary(Stage.Account, person => person.Password);
        _model = new Gatekeeper(passwords, stage.Rule, stage.Host.Clock.GetUtcNow());
        foreach (var person in (Person[])[owner, colleague])
        {
            _model.Has(Stage.Account(person), [(MethodKind.Email, person.Email), (MethodKind.Sms, person.Mobile)]);
        }
    }

    /// <summary>Plays it to the end; gives how many writes there were, all of which were allowed.</summary>
    /// <exception cref="StoryException">Something happened that may not; with what was done and shown until then.</exception>
    public static async Task<int> RunAsync(Stage stage, IReadOnlyList<Deed> deeds)
    {
        await stage.FollowAsync(Deeds.Policies[0]);
        using var play = new Play(stage);
        try
        {
            foreach (var deed in deeds)
            {
                play._told.Add(deed.ToString());
                await play.DoAsync(deed);
                var seen = await stage.LookAsync(play._actors.Owner, play._actors.Colleague);
                play.Tell(deed, seen);
                play._model.Judge(deed.By, seen);
            }

            await play.SignInAsync();
            return play._model.Allowed;
        }
        catch (Exception fault)
        {
            throw new StoryException($"{fault.Message}\n  {string.Join("\n  ", play._told)}\n{fault.StackTrace}");
        }
    }

    public void Dispose() => _actors.Dispose();

    private Task DoAsync(Deed deed) => deed.What switch
    {
        Act.Says => SayAsync(deed.By, Words(Deeds.Word(deed.Which))),
        Act.TypesTheCode => SayAsync(deed.By, (CanRead(deed.By) ? _model.CodeOf(deed.By) : _model.ForeignCode(deed.By)) ?? "135246"),
        Act.TypesAnOldCode => SayAsync(deed.By, (CanRead(deed.By) ? _model.OldCodeOf(deed.By) : _model.ForeignCode(deed.By)) ?? "135246"),
        Act.TypesAWrongCode => SayAsync(deed.By, OutboxReader.Wrong(_model.CodeOf(deed.By) is { Length: 6 } code ? code : "135245")),
        Act.TypesAForeignCode => SayAsync(deed.By, _model.ForeignCode(deed.By) ?? "135246"),
        Act.TapsACard => _actors.TapAsync(deed.By, deed.By, deed.Which),
        Act.TapsAForeignCard => _actors.TapAsync(deed.By, deed.By == Voice.Owner ? Voice.Colleague : Voice.Owner, deed.Which),
        Act.OpensThePage => _actors.OpenAsync(deed.By, deed.Which, rightNumber: true),
        Act.OpensThePageWithAWrongNumber => _actors.OpenAsync(deed.By, deed.Which, rightNumber: false),
        Act.FillsThePage => FillAsync(deed.By, times: 1),
        Act.FillsThePageBadly => FillBadlyAsync(deed.By),
        Act.SendsThePageTwice => FillAsync(deed.By, times: 3),
        Act.TriesAForeignPage => _actors.TryForeignPageAsync(NewPassword()),
        Act.Repeats => _actors.RepeatAsync(deed.By),
        Act.Waits => WaitAsync(Deeds.Time(deed.Which)),
        Act.WaitsUnseen => Task.Run(() => _stage.Host.Clock.Advance(Deeds.Time(deed.Which))),
        Act.LocksTheAccount => _stage.Host.LocksAsync(_actors.Owner),
        Act.ChangesThePolicy => FollowAsync(Deeds.Policy(deed.Which)),
        Act.Restarts => RestartAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "nobody can do that"),
    };

    private Task SayAsync(Voice by, string text)
    {
        _model.Passed(_stage.Host.Clock.GetUtcNow());
        _model.Types(by, text);
        return _actors.SayAsync(by, text);
    }

    private async Task FillAsync(Voice by, int times)
    {
        if (_actors.Page(by) is not { } page)
        {
            return;
        }

        var password = NewPassword();
        List<(string, string)> fields = [];
        if (page.Fields.Contains("oldPassword"))
        {
            var old = CanRead(by) ? _model.PasswordOf(Stage.Account(by == Voice.Colleague ? _actors.Colleague : _actors.Owner)) : "Guess-1-of-the-thief";
            _model.ShowsPassword(by, old);
            fields.Add(("oldPassword", old));
        }

        if (page.Fields.Contains("newPassword"))
        {
            fields.AddRange([("newPassword", password), ("confirmPassword", password)]);
        }

        if (times > 1)
        {
            await page.SubmitAtOnceAsync(times, [.. fields]);
        }
        else if (fields.Count > 0)
        {
            await page.SubmitAsync([.. fields]);
        }
    }

    private async Task FillBadlyAsync(Voice by)
    {
        if (_actors.Page(by) is { } page)
        {
            await page.SubmitAsync(("oldPassword", "Not-the-present-1"), ("newPassword", "short"), ("confirmPassword", "shorter"));
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        await _stage.Host.PassAsync(time);
        await _stage.Host.KeepUpAsync();
    }

    private async Task FollowAsync(Rule rule)
    {
        await _stage.FollowAsync(rule);
        _model.Rule = rule;
    }

    private async Task RestartAsync()
    {
        await _stage.Host.RestartAsync();
        _actors.Renew();
    }

    // What the model believes to be the password is it.
    private async Task SignInAsync()
    {
        foreach (var person in (Person[])[_actors.Owner, _actors.Colleague])
        {
            var answer = await _stage.Host.SignInAsync(person, _model.PasswordOf(Stage.Account(person)));
            if (answer is not ("ok" or "locked"))
            {
                throw new StoryException($"{person.Name} signs in: {answer}.");
            }
        }
    }

    private void Tell(Deed deed, Seen seen)
    {
        _told.Add($"    -> {_actors.Shown(deed.By).ReplaceLineEndings(" / ")}");
        _told.AddRange(seen.Letters.Select(letter => $"    letter to {letter.To}"));
        _told.AddRange(seen.Writes.Select(write => $"    directory: {write}"));
        _told.AddRange(seen.Steps.Select(step => $"    trail: {step}"));
    }

    private string Words(string word) => word switch
    {
        Deeds.NameOfOwner => _actors.Owner.UserName,
        Deeds.NewAddress => $"new{_actors.Owner.ObjectId[^6..]}@elsewhere.example",
        Deeds.NewNumber => "+467399" + _actors.Owner.ObjectId[^5..],
        Deeds.NumberOfBrowser => _actors.MoveNumber,
        _ => word,
    };

    // Neither whoever sits at the owner's desk nor a stranger reads the owner's mail and text messages, or knows the password.
    private static bool CanRead(Voice by) => by is not (Voice.Thief or Voice.Stranger);

    private static string NewPassword() => $"Rainy violins under {Interlocked.Increment(ref _passwords)} copper moons";
}
