using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace ResetBot.ConversationTests.Canary;

/// <summary>A secret that was used in a run, and the shapes in which it could have been left somewhere.</summary>
internal sealed class Marked
{
    private readonly List<(string Shape, byte[] Bytes)> _shapes = [];

    /// <param name="name">What it is.</param>
    /// <param name="secret">The secret as text.</param>
    /// <param name="raw">The bytes that the text stands for, where it is an encoding itself.</param>
    public Marked(string name, string secret, byte[]? raw = null)
    {
        Name = name;
        var utf8 = Encoding.UTF8.GetBytes(secret);
        AddBytes("", utf8);
        AddText("UTF-16", secret);
        Add("UTF-16", Encoding.Unicode.GetBytes(secret));
        Add("UTF-16 (big end first)", Encoding.BigEndianUnicode.GetBytes(secret));
        AddText("escaped for JSON", JavaScriptEncoder.Default.Encode(secret));
        AddText("escaped for an address", Uri.EscapeDataString(secret));
        AddText("escaped for a form", WebUtility.UrlEncode(secret));
        AddText("escaped for HTML", WebUtility.HtmlEncode(secret));
        if (raw is not null)
        {
            AddBytes("bytes ", raw);
        }
    }

    public string Name { get; }

    /// <summary>The shape in which it is in these bytes; null when it is in none.</summary>
    public string? FindIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var (shape, pattern) in _shapes)
        {
            if (bytes.IndexOf(pattern) >= 0)
            {
                return $"{Name} {shape}".TrimEnd();
            }
        }

        return null;
    }

    private void AddBytes(string prefix, byte[] bytes)
    {
        Add(prefix + "as it is", bytes);
        AddText(prefix + "in hex", Convert.ToHexString(bytes));
        AddText(prefix + "in hex", Convert.ToHexStringLower(bytes));
        for (var offset = 0; offset < 3; offset++)
        {
            AddBase64(prefix, bytes, offset);
        }

#pragma warning disable CA5350 // Somebody else's weak hash is what is looked for.
        var hash = SHA1.HashData(bytes);
#pragma warning restore CA5350
        Add(prefix + "as SHA-1", hash);
        AddText(prefix + "as SHA-1 in hex", Convert.ToHexString(hash));
        AddText(prefix + "as SHA-1 in hex", Convert.ToHexStringLower(hash));
        AddText(prefix + "as SHA-1 in base64", Convert.ToBase64String(hash));
    }

    // Inside of something longer its base64 depends on where it begins: the characters that its neighbours have a part in are left out.
    private void AddBase64(string prefix, byte[] bytes, int offset)
    {
        byte[] moved = [.. new byte[offset], .. bytes];
        var first = ((offset * 8) + 5) / 6;
        var last = moved.Length * 8 / 6;
        AddText($"{prefix}in base64 (at {offset})", Convert.ToBase64String(moved)[first..last]);
        AddText($"{prefix}in base64 for addresses (at {offset})", Base64Url.EncodeToString(moved)[first..last]);
    }

    private void AddText(string shape, string text) => Add(shape, Encoding.UTF8.GetBytes(text));

    private void Add(string shape, byte[] bytes)
    {
        if (!_shapes.Exists(known => known.Bytes.AsSpan().SequenceEqual(bytes)))
        {
            _shapes.Add((shape, bytes));
        }
    }
}
