using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// A count as one array of numbers, the start and the count of each slice: records of accounts have many counts, most of them empty, and are read
/// with every turn. What was written as objects before is read as well.
/// </summary>
internal sealed class SlidingCountJson : JsonConverter<SlidingCount>
{
    public override SlidingCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return new SlidingCount(JsonSerializer.Deserialize<Before>(ref reader)!.Counted);
        }

        var slices = new List<SlidingCount.Slice>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            var start = reader.GetInt64();
            _ = reader.Read();
            slices.Add(new SlidingCount.Slice(start, reader.GetInt32()));
        }

        return new SlidingCount(slices);
    }

    public override void Write(Utf8JsonWriter writer, SlidingCount value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var slice in value.Counted)
        {
            writer.WriteNumberValue(slice.Start);
            writer.WriteNumberValue(slice.Count);
        }

        writer.WriteEndArray();
    }

    private sealed record Before(List<SlidingCount.Slice> Counted);
}
