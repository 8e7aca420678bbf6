namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>The names of the Bot Framework activity schema that mean something here.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Typing = "typing";

    /// <summary>The invoke of an Adaptive Card's <c>Action.Execute</c> (Universal Actions for Adaptive Cards).</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>The only verb that our cards carry.</summary>
    public const string ChooseVerb = "choose";
}
