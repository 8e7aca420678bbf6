using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ResetBot.Testing;
using Xunit;

namespace ResetBot.Tests.Manifests;

public sealed class TeamsManifestTests
{
    private static readonly string Folder = Path.Combine(Lab.Repository, "manifests", "teams");
    private static readonly string Manifest = Path.Combine(Folder, "manifest.json");

    [Fact]
    public async Task The_manifest_satisfies_the_published_schema()
    {
        var schema = Lab.RequireSchema("teams-manifest-1.29.json");
        await Lab.RequireAsync("schema");

        var (exit, output, errors) = await ValidateAsync(schema, Manifest);

        Assert.True(exit == 0, output + errors);
    }

    [Fact]
    public async Task A_fault_in_the_manifest_would_be_seen()
    {
        var schema = Lab.RequireSchema("teams-manifest-1.29.json");
        await Lab.RequireAsync("schema");
        var wrong = Path.GetTempFileName();
        await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(Manifest)).Replace("\"personal\"", "\"private\""));

        var (exit, output, _) = await ValidateAsync(schema, wrong);

        File.Delete(wrong);
        Assert.Equal(1, exit);
        Assert.Contains("/bots/0/scopes/0", output);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void An_icon_is_a_whole_PNG_of_its_size(string name, int size)
    {
        var pixels = ReadPixels(Path.Combine(Folder, name), size);

        Assert.Contains(pixels, pixel => pixel == (255, 255, 255, 255));
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
        => Assert.All(ReadPixels(Path.Combine(Folder, "outline.png"), 32), pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));

    [Fact]
    public void The_colour_icon_has_no_hole()
        => Assert.All(ReadPixels(Path.Combine(Folder, "color.png"), 192), pixel => Assert.Equal(255, pixel.A));

    [Fact]
    public void The_personal_commands_are_those_that_the_bot_has()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Manifest));
        var commands = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands");

        Assert.Equal(
            ["help", "register", "reset", "unlock", "change", "status", "cancel", "language"],
            commands.EnumerateArray().Select(command => command.GetProperty("title").GetString()));
    }

    [Fact]
    public void Every_Swedish_text_stands_for_a_text_of_the_manifest_and_fits_there()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Manifest));
        using var swedish = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "sv.json")));
        var limits = new Dictionary<string, int> { ["name.short"] = 30, ["name.full"] = 100, ["description.short"] = 80 };

        foreach (var text in swedish.RootElement.EnumerateObject().Where(text => text.Name != "$schema"))
        {
            Assert.NotEmpty(Follow(manifest.RootElement, text.Name).GetString()!);
            Assert.InRange(text.Value.GetString()!.Length, 1, limits.GetValueOrDefault(text.Name, 4000));
        }
    }

    [Fact]
    public async Task The_package_holds_everything_with_the_ids_filled_in()
    {
        await Lab.RequireAsync("python");
        const string appId = "11111111-2222-3333-4444-555555555555";
        var file = Path.Combine(Path.GetTempPath(), $"resetbot-teams-{Guid.NewGuid()}.zip");

        var (exit, output, errors) = await LabCommand.RunAsync(
            "/usr/bin/python3", [Path.Combine(Folder, "package.py"), appId, "reset.contoso.com", file], TimeSpan.FromMinutes(1));

        Assert.True(exit == 0, output + errors);
        await using var package = await ZipFile.OpenReadAsync(file);
        Assert.Equal(["color.png", "manifest.json", "outline.png", "sv.json"], package.Entries.Select(entry => entry.FullName).Order());
        using var reader = new StreamReader(await package.GetEntry("manifest.json")!.OpenAsync());
        var manifest = await reader.ReadToEndAsync();
        Assert.Equal(3, manifest.Split(appId).Length);
        Assert.Contains("\"validDomains\": [\"reset.contoso.com\"]", manifest);
        Assert.DoesNotContain("example.com", manifest);
        File.Delete(file);
    }

    private static Task<(int Exit, string Output, string Errors)> ValidateAsync(string schema, string file)
        => LabCommand.RunAsync("node", [Path.Combine(Lab.Folder, "schema", "validate.js"), schema, file], TimeSpan.FromMinutes(1));

    private static JsonElement Follow(JsonElement element, string path)
    {
        foreach (var part in path.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            element = element.GetProperty(bracket < 0 ? part : part[..bracket]);
            element = bracket < 0 ? element : element[int.Parse(part[(bracket + 1)..^1])];
        }

        return element;
    }

    /// <summary>Reads an unfiltered 8-bit RGBA PNG, checking every chunk's checksum on the way.</summary>
    private static List<(byte R, byte G, byte B, byte A)> ReadPixels(string file, int size)
    {
        var bytes = File.ReadAllBytes(file);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        using var packed = new MemoryStream();
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var chunk = bytes.AsSpan(at + 4, length + 4);
            Assert.Equal(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + length)), Checksum(chunk));
            switch (Encoding.ASCII.GetString(chunk[..4]))
            {
                case "IHDR":
                    Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(chunk[4..]));
                    Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(chunk[8..]));
                    Assert.Equal([8, 6, 0, 0, 0], chunk[12..].ToArray());
                    break;
                case "IDAT":
                    packed.Write(chunk[4..]);
                    break;
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using var raw = new MemoryStream();
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        unpacking.CopyTo(raw);
        var rows = raw.ToArray().Chunk((size * 4) + 1).ToList();
        Assert.Equal(size, rows.Count);
        return [.. rows.SelectMany(row => row[1..].Chunk(4)).Select(pixel => (pixel[0], pixel[1], pixel[2], pixel[3]))];
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var one in bytes)
        {
            checksum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) == 0 ? checksum >> 1 : (checksum >> 1) ^ 0xEDB88320;
            }
        }

        return ~checksum;
    }
}
