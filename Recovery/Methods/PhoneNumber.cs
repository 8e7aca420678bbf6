namespace ResetBot.Recovery.Methods;

/// <summary>A phone number as it is kept: E.164, with an extension as RFC 3966 §5.3 writes it (<c>+46846500412;ext=17</c>) where there is one.</summary>
public static class PhoneNumber
{
    private const string Mark = ";ext=";

    /// <summary>The number that is called; what is dialled after it is left out.</summary>
    public static string WithoutExtension(string number) => number.Split(Mark)[0];

    /// <summary>What is dialled once somebody answers; null when nothing is.</summary>
    public static string? Extension(string number) => number.Split(Mark) is [_, var extension] ? extension : null;

    internal static string With(string number, string extension) => extension.Length == 0 ? number : number + Mark + extension;
}
