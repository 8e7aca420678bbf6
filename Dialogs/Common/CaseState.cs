namespace ResetBot.Dialogs.Common;

/// <summary>What a dialog about a case keeps.</summary>
public class CaseState
{
    public string CaseId { get; set; } = "";
}
