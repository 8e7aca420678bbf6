using ResetBot.Recovery.Pushes;

namespace ResetBot.Recovery.Methods;

/// <summary>Shows as much of an address as its owner needs to recognise it.</summary>
public static class Mask
{
    public static string Destination(MethodKind kind, string destination) => FactorTable.Published.Of(kind).Way switch
    {
        CodeWay.Mail => Address(destination),
        CodeWay.Text or CodeWay.Call => Phone(PhoneNumber.WithoutExtension(destination)),
        _ => "",
    };

    /// <summary>The channels of these chats; null for none.</summary>
    internal static string? Chats(IReadOnlyList<LinkedChat>? chats) =>
        chats is null ? null : string.Join(", ", chats.Select(chat => LinkedChat.NameOf(chat.Channel)).Distinct());

    /// <summary><c>anna@example.org</c> becomes <c>a***@example.org</c>.</summary>
    public static string Address(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 ? $"{address[0]}***{address[at..]}" : "***";
    }

    /// <summary><c>+46701740605</c> becomes <c>+46 *** 05</c>.</summary>
    public static string Phone(string number) => number.Length > 5 ? $"{number[..3]} *** {number[^2..]}" : "***";
}
