using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ResetBot.Recovery.Policy;

/// <summary>Writes policies as YAML, every setting of each.</summary>
public static class PolicyFileWriter
{
    /// <summary>The text of a file that <see cref="PolicyFileReader"/> reads as the same policies.</summary>
    public static string Write(PolicySet set)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithNewLine("\n").WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new Comment("The first policy that is for everyone, or for a group of the account, holds. docs/policy.md explains each setting.", isInline: false));
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
        Emit(emitter, "version");
        Emit(emitter, set.Version.ToString(CultureInfo.InvariantCulture));
        Emit(emitter, "policies");
        emitter.Emit(new SequenceStart(null, null, isImplicit: true, set.Policies.Count > 0 ? SequenceStyle.Block : SequenceStyle.Flow));
        foreach (var policy in set.Policies)
        {
            Write(emitter, policy);
        }

        emitter.Emit(new SequenceEnd());
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, AccountPolicy policy)
    {
        emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
        foreach (var setting in PolicySettings.All)
        {
            Emit(emitter, setting.Name);
            var shown = setting.Show(policy);
            if (!setting.IsList || shown is null)
            {
                Emit(emitter, shown is null ? setting.Word! : shown[0]);
                continue;
            }

            emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Flow));
            foreach (var item in shown)
            {
                Emit(emitter, item);
            }

            emitter.Emit(new SequenceEnd());
        }

        emitter.Emit(new MappingEnd());
    }

    private static void Emit(Emitter emitter, string value) => emitter.Emit(new Scalar(value));
}
