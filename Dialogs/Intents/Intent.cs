namespace ResetBot.Dialogs.Intents;

/// <summary>What a person wants.</summary>
public enum Intent
{
    None,
    Reset,
    Register,
    Change,
    Unlock,
    Status,
    Help,
    Cancel,
    Language,
    HelpDesk,
}
