using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using ResetBot.Bot.Pages.Privacy;
using ResetBot.Bot.Pages.SecurityQuestions;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Pages;

/// <summary>Draws the secure page in each of its states.</summary>
internal sealed class PageViews(
    IAntiforgery antiforgery, NewPasswordDesk passwords, MethodViews methods, QuestionViews questions, IEnumerable<IChannelFiles> files, TimeProvider clock)
{
    public async Task<IResult> ShowAsync(HttpContext context, LinkView view) => view switch
    {
        LinkView.AsksNumber => Page<NumberPage>(new() { ["Model"] = Model(context, BrowserLanguage.Of(context)) }),
        LinkView.OpenHere open => await OpenAsync(context, open, error: null, verdict: null),
        LinkView.OpenElsewhere => Message(BrowserLanguage.Of(context), "page.elsewhere", StatusCodes.Status403Forbidden, tone: "warning"),
        LinkView.BelongsElsewhere => Message(BrowserLanguage.Of(context), "page.other", StatusCodes.Status403Forbidden, tone: "warning"),
        LinkView.Working => Message(BrowserLanguage.Of(context), "page.working", StatusCodes.Status200OK, refreshSeconds: 2),
        LinkView.Done done => Done(BrowserLanguage.Of(context), done.Purpose),
        LinkView.Gone => Message(BrowserLanguage.Of(context), "page.gone", StatusCodes.Status410Gone, tone: "warning"),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view.GetType().Name, "no such view"),
    };

    /// <summary>The open page, with what was wrong with what was sent.</summary>
    public async Task<IResult> OpenAsync(
        HttpContext context, LinkView.OpenHere open, string? error, PasswordVerdict? verdict, TypedRows? typed = null)
    {
        var words = WordBook.For(open.Case.Language);
        var left = (int)Math.Ceiling((open.Link.FinishBy!.Value - clock.GetUtcNow()).TotalMinutes);
        var model = Model(context, words) with { Error = error, MinutesLeft = left, CanExtend = !open.Link.Extended };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return open.Link.Purpose switch
        {
            LinkPurpose.CurrentPassword => Page<CurrentPasswordPage>(new() { ["Model"] = model }, status),
            LinkPurpose.NewPassword or LinkPurpose.ChangePassword => await NewPasswordAsync(open, model, verdict, status, context.RequestAborted),
            LinkPurpose.SecurityQuestionSetup or LinkPurpose.AnswerQuestions =>
                await questions.OpenAsync(open, model, typed ?? TypedRows.None, status, context.RequestAborted),
            LinkPurpose.Export => Page<ExportPage>(new() { ["Model"] = model, ["ChatTakesIt"] = files.Any(channel => channel.Takes(open.Case.Conversation)) }, status),
            _ => await methods.OpenAsync(open, model, status, context.RequestAborted),
        };
    }

    /// <summary>A page that says one thing: <c>name.title</c> and <c>name.intro</c>.</summary>
    public static IResult Message(WordBook words, string name, int status, string tone = "", int refreshSeconds = 0, string? text = null) => Page<MessagePage>(
        new()
        {
            ["Words"] = words,
            ["Title"] = words.Say(name + ".title"),
            ["Text"] = text ?? words.Say(name + ".intro"),
            ["Tone"] = tone,
            ["RefreshSeconds"] = refreshSeconds,
        },
        status);

    private static IResult Done(WordBook words, LinkPurpose purpose) => Message(
        words,
        purpose switch
        {
            LinkPurpose.CurrentPassword => "page.password.done",
            LinkPurpose.NewPassword or LinkPurpose.ChangePassword => "page.new.done",
            LinkPurpose.AuthenticatorSetup => "page.app.done",
            LinkPurpose.PasskeySetup => "page.passkey.done",
            LinkPurpose.UsePasskey => "page.usePasskey.done",
            LinkPurpose.RecoveryCodes => "page.codes.done",
            LinkPurpose.SecurityQuestionSetup => "page.questions.done",
            LinkPurpose.AnswerQuestions => "page.answers.done",
            LinkPurpose.Export => "page.export.done",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "no such page"),
        },
        StatusCodes.Status200OK,
        tone: "good");

    private async Task<IResult> NewPasswordAsync(
        LinkView.OpenHere open, PageModel model, PasswordVerdict? verdict, int status, CancellationToken cancellation)
    {
        try
        {
            var invitation = await passwords.InviteAsync(open.Case.Account, model.Words.Language, cancellation)
                ?? throw new DirectoryUnavailableException("the account is gone");
            return Page<NewPasswordPage>(
                new()
                {
                    ["Model"] = model,
                    ["UserName"] = invitation.Account.UserName,
                    ["Rules"] = RuleList.Of(invitation.Rules, verdict, model.Words),
                    ["Offer"] = invitation.Offer,
                    ["AsksCurrent"] = open.Link.Purpose == LinkPurpose.ChangePassword,
                },
                status);
        }
        catch (DirectoryUnavailableException)
        {
            return Message(model.Words, "page.working", StatusCodes.Status503ServiceUnavailable, refreshSeconds: 10, text: model.Words.Say("page.unavailable.here"));
        }
    }

    private PageModel Model(HttpContext context, WordBook words) => new(words, antiforgery.GetAndStoreTokens(context));

    internal static IResult Page<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
