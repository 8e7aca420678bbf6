using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Work;

namespace ResetBot.Storage.Documents;

/// <summary>How documents are written: what is zero, false, nothing or empty is left out, where a new one begins just so.</summary>
internal static class DocumentJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteWhatIsNotSaidByLeavingItOut } },
    };

    // Left out, a value has to come back as what it was: not where it must be named, or begins as something else.
    private static void WriteWhatIsNotSaidByLeavingItOut(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var isWhole = type.Type.IsDefined(typeof(KeptWholeAttribute), inherit: false);
        var blank = type.Type.GetConstructor(Type.EmptyTypes) is null ? null : type.CreateObject?.Invoke();
        foreach (var property in type.Properties)
        {
            var begun = blank is null ? null : property.Get?.Invoke(blank);
            if (property.PropertyType.IsValueType && (isWhole || !ComesBackAsNothing(property, begun)))
            {
                property.ShouldSerialize = static (_, _) => true;
            }
            else if (IsEmpty(begun) && !property.IsRequired && !isWhole)
            {
                property.ShouldSerialize = static (_, value) => value is not null && !IsEmpty(value);
            }
        }
    }

    private static bool ComesBackAsNothing(JsonPropertyInfo property, object? begun) =>
        !property.IsRequired
        && (property.AssociatedParameter is { } parameter
            ? !parameter.HasDefaultValue || IsNothing(parameter.DefaultValue, property.PropertyType)
            : IsNothing(begun, property.PropertyType));

    private static bool IsNothing(object? value, Type type) => value is null ? Nullable.GetUnderlyingType(type) is not null : value.Equals(Activator.CreateInstance(type));

    private static bool IsEmpty(object? value) => value is ICollection { Count: 0 } or SlidingCount { IsEmpty: true };
}
