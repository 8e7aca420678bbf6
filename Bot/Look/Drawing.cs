using System.Xml;

namespace ResetBot.Bot.Look;

/// <summary>
/// Tells whether an SVG is only a drawing. Browsers run nothing of a picture, and its own address forbids everything (see
/// <see cref="LookEndpoints"/>); what could do something is refused all the same.
/// </summary>
internal static class Drawing
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Html = "http://www.w3.org/1999/xhtml";

    // SVG 2: what runs, what holds other documents, what changes attributes later, and what leads elsewhere.
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "handler", "listener", "foreignObject", "iframe", "object", "embed", "audio", "video", "a", "set", "animate", "animateMotion", "animateTransform",
    };

    public static bool IsHarmless(byte[] content, out string why)
    {
        try
        {
            // A document type could bring in attributes and entities that are not seen here.
            using var reader = XmlReader.Create(
                new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            why = Fault(reader) ?? "";
        }
        catch (XmlException) when (content.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0)
        {
            why = "its content has a document type (<!DOCTYPE …>); save it without";
        }
        catch (XmlException)
        {
            why = "its content is neither PNG, SVG, JPEG nor WebP";
        }

        return why.Length == 0;
    }

    private static string? Fault(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 0 } and not { LocalName: "svg", NamespaceURI: Svg })
            {
                return "its content is XML, but no SVG";
            }

            if (Fault(reader.NodeType, reader) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Fault(XmlNodeType type, XmlReader reader) => type switch
    {
        XmlNodeType.ProcessingInstruction => $"it holds an instruction ({reader.Name})",
        XmlNodeType.Text or XmlNodeType.CDATA when LeadsElsewhere(reader.Value) => "it brings in something from elsewhere",
        XmlNodeType.Element when reader.NamespaceURI == Html || Forbidden.Contains(reader.LocalName) => $"it holds <{reader.LocalName}>",
        XmlNodeType.Element => FaultyAttribute(reader),
        _ => null,
    };

    private static string? FaultyAttribute(XmlReader reader)
    {
        var element = reader.LocalName;
        while (reader.MoveToNextAttribute())
        {
            var (name, value) = (reader.LocalName, reader.Value);
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (name == "href" && !value.StartsWith('#') && !value.StartsWith("data:image/png;", StringComparison.Ordinal) && !value.StartsWith("data:image/jpeg;", StringComparison.Ordinal))
                || (name is not ("xmlns" or "href") && reader.Prefix != "xmlns" && LeadsElsewhere(value)))
            {
                return $"<{element}> has the attribute {name}";
            }
        }

        reader.MoveToElement();
        return null;
    }

    // url(#…) is a part of the drawing itself; every other one is not.
    private static bool LeadsElsewhere(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('"' or '\'')));
        return plain.Contains("@import", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
            || plain.Replace("url(#", "", StringComparison.OrdinalIgnoreCase).Contains("url(", StringComparison.OrdinalIgnoreCase);
    }
}
