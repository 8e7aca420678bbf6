namespace ResetBot.Dialogs.Privacy;

/// <summary>Finds the conversations of a person.</summary>
public interface IConversationsOfPeople
{
    /// <summary>The keys of the conversations with the person who has this object id.</summary>
    IReadOnlyList<string> Of(string objectId);
}
