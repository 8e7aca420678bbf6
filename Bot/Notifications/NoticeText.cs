using ResetBot.Bot.Couriers;
using ResetBot.Cards;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;

namespace ResetBot.Bot.Notifications;

/// <summary>What a notice says, in a mail and in a text message.</summary>
internal sealed class NoticeText(Notice notice, WordBook words, DateTimeOffset at)
{
    // Part of the names of its sentences.
    private readonly string _name = notice switch
    {
        Notice.PasswordReset => "reset",
        Notice.PasswordChanged => "change",
        Notice.AccountUnlocked => "unlock",
        Notice.CoolingBegan => "cooling",
        Notice.CoolingOver => "cooled",
        Notice.MoveTried => "move",
        Notice.MethodRemoved => "removed",
        Notice.MethodChanged => "method",
        Notice.DataErased => "erased",
        Notice.RecoveryStopped => "stopped",
        Notice.RecoveryOpened => "opened",
        Notice.PasscodeIssued => "passcode",
        Notice.NotApproved => "notApproved",
        Notice.ColleagueNamed => "colleagueNamed",
        Notice.ColleagueRemoved => "colleagueRemoved",
        Notice.ColleagueAccepted => "colleagueAccepted",
        Notice.ColleagueLost => "colleagueLost",
        Notice.ChatLinked => "chatLinked",
        Notice.ChatUnlinked => "chatUnlinked",
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.GetType().Name, "no such notice"),
    };

    // Until or from when it is so, or how many are left.
    private readonly string _until = notice switch
    {
        Notice.CoolingBegan cooling => words.Moment(cooling.Until) + " UTC",
        Notice.CoolingOver over => words.Moment(over.Until) + " UTC",
        Notice.ColleagueAccepted accepted => words.Moment(accepted.CountsFrom) + " UTC",
        Notice.ColleagueLost lost => words.Say("vouching.left", lost.Left, lost.Needed),
        _ => "",
    };

    // The method, the colleague, or whoever was linked, that it is about.
    private readonly string _method = notice switch
    {
        Notice.MethodRemoved removed => Method(removed.Method, words),
        Notice.MethodChanged changed => Method(changed.Method, words),
        Notice.NotApproved no => no.Name,
        Notice.ColleagueNamed named => named.Name,
        Notice.ColleagueRemoved removed => removed.Name,
        Notice.ColleagueAccepted accepted => accepted.Name,
        Notice.ColleagueLost lost => lost.Name,
        Notice.ChatLinked linked => linked.Name,
        Notice.ChatUnlinked unlinked => unlinked.Name,
        _ => "",
    };

    /// <summary>There is something to stop.</summary>
    public bool CanObject => notice is not Notice.RecoveryStopped;

    /// <param name="id">Of the message.</param>
    /// <param name="to">The address.</param>
    /// <param name="link">With which its reader says that it was not they; null when there is nothing to stop.</param>
    public CourierMessage Mail(string id, string to, string? link)
    {
        var account = notice.Account;
        var body = words.Say($"mail.{_name}.body", account.DisplayName, account.UserName, words.Moment(at) + " UTC", Place(notice, words), _method, _until);
        var tail = link is null ? "" : "\n\n" + words.Say("mail.notMe", link);
        return new CourierMessage(id, "email", to, words.Say($"mail.{_name}.subject"), body + tail, words.Language, Link: link);
    }

    /// <summary>What is said in a chat of the person, in the language of that chat.</summary>
    public (string Sentence, string[] Values) Chat => ($"sms.{_name}", [Mask.Address(notice.Account.UserName), _method, _until]);

    /// <inheritdoc cref="Mail"/>
    public CourierMessage Sms(string id, string to, string? link)
    {
        var text = words.Say($"sms.{_name}", Mask.Address(notice.Account.UserName), _method, _until);
        return new CourierMessage(id, "sms", to, "", text + (link is null ? "" : words.Say("sms.notMe", link)), words.Language, Link: link);
    }

    /// <summary>Where it was done, in words.</summary>
    public static string Place(Notice notice, WordBook words) => words.Say("place." + notice.Channel);

    private static string Method(RegisteredMethod method, WordBook words)
    {
        var word = method.Kind switch
        {
            MethodKind.Email => MethodWord.Email,
            MethodKind.Sms => MethodWord.Sms,
            MethodKind.VoiceMobile => MethodWord.VoiceMobile,
            MethodKind.Authenticator => MethodWord.Authenticator,
            MethodKind.PushApproval => MethodWord.PushApproval,
            MethodKind.Passkey => MethodWord.Passkey,
            MethodKind.RecoveryCodes => MethodWord.RecoveryCodes,
            MethodKind.SecurityQuestions => MethodWord.SecurityQuestions,
            MethodKind.ColleagueVouching => MethodWord.ColleagueVouching,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method.Kind, "cannot be registered"),
        };
        return MethodNames.Of(word, method.Masked, words);
    }
}
