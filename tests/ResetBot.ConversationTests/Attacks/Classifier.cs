namespace ResetBot.ConversationTests.Attacks;

/// <summary>
/// What an attacker with a stopwatch can make of their measurements: a linear classifier, learnt on one half and judged on the other.
/// </summary>
internal static class Classifier
{
    /// <summary>The area under its receiver operating characteristic: 0.5 is guessing.</summary>
    public static double Area(IReadOnlyList<(double[] Times, bool Exists)> tries)
    {
        var features = tries.Select(tried => (Features: tried.Times.Select(time => Math.Log(time)).Append(Math.Log(tried.Times.Sum())).ToArray(), tried.Exists)).ToList();
        var learnt = features.Where((_, index) => index % 4 < 2).ToList();
        var judged = features.Where((_, index) => index % 4 >= 2).ToList();
        var weights = Enumerable.Range(0, features[0].Features.Length).Select(index => Weight(learnt, index)).ToArray();
        var scores = judged.Select(tried => (Score: tried.Features.Zip(weights, (feature, weight) => feature * weight).Sum(), tried.Exists)).ToList();
        var area = Area(scores);
        return Math.Max(area, 1 - area);
    }

    // Fisher's discriminant, each feature by itself.
    private static double Weight(IReadOnlyList<(double[] Features, bool Exists)> learnt, int index)
    {
        var there = learnt.Where(tried => tried.Exists).Select(tried => tried.Features[index]).ToList();
        var nobody = learnt.Where(tried => !tried.Exists).Select(tried => tried.Features[index]).ToList();
        return (there.Average() - nobody.Average()) / (Variance(there) + Variance(nobody) + 1e-9);
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }

    // How often one that exists has the higher score of two.
    private static double Area(List<(double Score, bool Exists)> scores)
    {
        var there = scores.Where(score => score.Exists).Select(score => score.Score).ToList();
        var nobody = scores.Where(score => !score.Exists).Select(score => score.Score).ToList();
        return there.Average(one => nobody.Average(other => one > other ? 1 : one < other ? 0 : 0.5));
    }
}
