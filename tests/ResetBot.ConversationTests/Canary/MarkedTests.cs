using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ResetBot.ConversationTests.Canary;

/// <summary>A canary that sees nothing proves nothing: each shape is planted, and found.</summary>
public sealed class MarkedTests
{
    private const string Secret = "Canary \"Höst\" & 17 tin whistles?";

    public static TheoryData<string, byte[]> Planted()
    {
        var bytes = Encoding.UTF8.GetBytes(Secret);
        var around = Encoding.UTF8.GetBytes($"user=1&password={Secret}&again=2");
#pragma warning disable CA5350 // Somebody else's weak hash is what is looked for.
        var hash = SHA1.HashData(bytes);
#pragma warning restore CA5350
        return new TheoryData<string, byte[]>
        {
            { "plain", around },
            { "UTF-16", Encoding.Unicode.GetBytes("x" + Secret) },
            { "UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes("x" + Secret) },
            { "hex", Encoding.ASCII.GetBytes(Convert.ToHexString(around)) },
            { "small hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(around)) },
            { "base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)) },
            { "base64, one further", Encoding.ASCII.GetBytes(Convert.ToBase64String([1, .. bytes, 2])) },
            { "base64, two further", Encoding.ASCII.GetBytes(Convert.ToBase64String([1, 2, .. bytes, 3, 4])) },
            { "SHA-1", [0, .. hash, 0] },
            { "SHA-1 in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)) },
            { "SHA-1 in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(hash)) },
            { "JSON", Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new { Secret })) },
            { "form", Encoding.UTF8.GetBytes("a=" + System.Net.WebUtility.UrlEncode(Secret)) },
            { "address", Encoding.UTF8.GetBytes("/x/" + Uri.EscapeDataString(Secret)) },
            { "HTML", Encoding.UTF8.GetBytes("<p>" + System.Net.WebUtility.HtmlEncode(Secret)) },
        };
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public void It_is_found_in_every_shape(string shape, byte[] bytes) =>
        Assert.True(new Marked("the password", Secret).FindIn(bytes) is not null, shape);

    [Fact]
    public void It_is_not_found_where_it_is_not() =>
        Assert.Null(new Marked("the password", Secret).FindIn(Encoding.UTF8.GetBytes("Canary Host 18 tin whistles, in any case")));
}
