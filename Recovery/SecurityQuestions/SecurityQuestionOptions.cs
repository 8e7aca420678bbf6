namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>
/// How security questions are registered and asked (section <c>SecurityQuestions</c>), the same for everybody: answers belong to a person, who may
/// come under another policy tomorrow. Whether they may be used at all, and by whom, stands in the policies.
/// </summary>
public sealed class SecurityQuestionOptions
{
    public const string Section = "SecurityQuestions";

    /// <summary>Questions that a person chooses and answers beforehand, 3 to 5. Default: 5, Entra SSPR.</summary>
    public int ToRegister { get; set; } = 5;

    /// <summary>Questions of these that are asked together, 3 to 5 and never more than are registered. Default: 3, Entra SSPR.</summary>
    public int ToAnswer { get; set; } = 3;

    /// <summary>
    /// Questions of the company beside ours, each under a name that is kept with the answers: change the words as you like, and never give the name
    /// to another question. Up to 20, of 3 to 200 characters, shown as they are in every language. Default: none, Entra SSPR.
    /// </summary>
    public Dictionary<string, string> Custom { get; set; } = [];
}
