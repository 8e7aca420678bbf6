namespace ResetBot.Recovery.Passwords;

/// <summary>Words that passwords are most often made of, in English and Swedish: our own short list of bases, not a list of passwords.</summary>
internal static class CommonWords
{
    internal static IReadOnlyList<string> All { get; } = Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private const string Text = """
        password passw0rd passwd passphrase lösenord losenord welcome välkommen valkommen letmein changeme secret hemlig hemlighet default
        admin administrator administratör root user guest gäst login logon signin access system server network security support service
        helpdesk company företag office work arbete jobb temp temporary test testing demo sample example account konto reset start summer
        spring autumn winter sommar sommaren vinter vintern höst hösten våren season årstid january february march april june july
        august september october november december januari februari mars juni juli augusti oktober monday tuesday wednesday thursday friday
        saturday sunday måndag tisdag onsdag torsdag fredag lördag söndag qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcvbn
        zxcvbnm 1234 12345 123456 1234567 12345678 123456789 1234567890 0987654321 abcd abcdef abc123 1q2w3e 1q2w3e4r qazwsx 1qaz2wsx
        111111 000000 121212 696969 iloveyou love kärlek älskar princess prinsessa monkey apan dragon drake sunshine solsken shadow master
        mästare football fotboll baseball basketball hockey soccer ishockey superman batman pokemon starwars michael jordan charlie thomas
        daniel jessica ashley andreas anders johan hunter ranger buster killer tigger pepper ginger cookie chocolate choklad coffee kaffe
        flower blomma cheese banana orange purple yellow computer dator internet google microsoft windows office365 teams slack apple samsung
        sverige sweden stockholm göteborg goteborg malmö london paris america england family familj mamma pappa hejsan hello whatever freedom
        trustno1 nothing money pengar happy lucky angel jesus heaven hottie gizmo maggie mustang ferrari porsche volvo yamaha liverpool
        arsenal chelsea djurgården hammarby 2024 2025 2026 2027
        """;
}
