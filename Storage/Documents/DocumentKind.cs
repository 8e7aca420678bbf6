using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ResetBot.Recovery.Work;

namespace ResetBot.Storage.Documents;

/// <summary>What there is to know of a kind of document, asked for once.</summary>
internal static class DocumentKind<T>
    where T : class, IDocument
{
    public static readonly string Table = T.Kind;
    public static readonly bool IsReadAgain = T.IsReadAgain;
    public static readonly JsonTypeInfo<T> Json = (JsonTypeInfo<T>)DocumentJson.Options.GetTypeInfo(typeof(T));
    public static readonly Func<ReadOnlySpan<byte>, T?> Read = body => JsonSerializer.Deserialize(body, Json);
}
