using System.Security.Cryptography;
using System.Text;
using ResetBot.Cards;
using ResetBot.Dialogs.Common;

namespace ResetBot.Bot.Look;

/// <summary>Name, logo, colours and help desk, ready for pages and mails. What is configured was checked at the start.</summary>
internal sealed class HouseLook
{
    private const int MostBytesInMail = 32 * 1024;

    public HouseLook(LookOptions options, DialogOptions helpDesk)
    {
        Name = options.Name.Trim();
        Accent = options.AccentColour;
        HelpDesk = helpDesk.Link is { } link ? new HelpDeskLink(link) : null;
        HasOwnLogo = options.Logo.Length > 0;
        Logo = HasOwnLogo
            ? LogoFile.Read(options.Logo, out var why) ?? throw new InvalidOperationException($"Look:Logo cannot be shown: {why}.")
            : LogoFile.Own(Accent);
        Css = Encoding.UTF8.GetBytes($$"""
            :root { --accent: {{options.AccentColour}}; --focus: {{options.AccentColour}}; }
            @media (prefers-color-scheme: dark) { :root { --accent: {{options.AccentColourDark}}; --focus: {{options.AccentColourDark}}; } }

            """);
        LogoVersion = Version(Logo.Content);
        CssVersion = Version(Css);
    }

    public string Name { get; }

    /// <summary>The colour on light ground, as <c>#rrggbb</c>.</summary>
    public string Accent { get; }

    /// <summary>Null when none is configured.</summary>
    public HelpDeskLink? HelpDesk { get; }

    /// <summary>The company's own logo, not ours.</summary>
    public bool HasOwnLogo { get; }

    public LogoFile Logo { get; }

    /// <summary>The logo where mails can carry it: mail programs show no drawings, and a picture is sent with every code. Null elsewhere.</summary>
    public LogoFile? MailLogo => Logo is { Type: "image/png" or "image/jpeg", Content.Length: <= MostBytesInMail } ? Logo : null;

    /// <summary>A style sheet of the colours.</summary>
    public byte[] Css { get; }

    /// <summary>Another one when the content is another one: it stands in the address, so that browsers may keep what they have.</summary>
    public string LogoVersion { get; }

    /// <inheritdoc cref="LogoVersion"/>
    public string CssVersion { get; }

    public string LogoAddress => $"{LookEndpoints.LogoPath}?v={LogoVersion}";

    public string CssAddress => $"{LookEndpoints.CssPath}?v={CssVersion}";

    private static string Version(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
