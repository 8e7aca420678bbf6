namespace ResetBot.Cards.Model;

/// <summary>Which keyboard a phone shows. There is no kind for a password: passwords are typed on the secure page only.</summary>
public enum FieldKind
{
    Text,
    Email,
    Phone,
    Digits,

    /// <summary>The name of an account: nothing is corrected or made a capital.</summary>
    Account,
}
