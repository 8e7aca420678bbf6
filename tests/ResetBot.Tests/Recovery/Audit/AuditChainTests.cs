using ResetBot.Recovery.Audit;
using Xunit;

namespace ResetBot.Tests.Recovery.Audit;

public sealed class AuditChainTests
{
    private readonly AuditChain _chain = new(new FixedKeys());
    private readonly List<AuditRecord> _trail = [];

    public AuditChainTests()
    {
        foreach (var body in new[] { "one", "two", "three", "four", "five" })
        {
            var last = _trail.LastOrDefault();
            _trail.Add(_chain.Next(last?.Sequence ?? 0, last?.Hash ?? AuditChain.Start, body));
        }
    }

    private AuditHead Head => new(5, _trail[4].Hash);

    [Fact]
    public void A_trail_as_it_was_written_is_whole() => Assert.Equal(new AuditVerdict.Whole(Head), _chain.Verify(_trail, Head));

    [Fact]
    public void An_empty_trail_is_whole() => Assert.IsType<AuditVerdict.Whole>(_chain.Verify([]));

    [Fact]
    public void Every_change_of_every_record_is_found_where_it_is()
    {
        for (var index = 0; index < _trail.Count; index++)
        {
            var changed = _trail.ToList();
            changed[index] = changed[index] with { Body = "changed" };
            Assert.Equal(index + 1, Broken(changed).Sequence);
        }
    }

    [Fact]
    public void A_dropped_record_is_found() => Assert.Equal(3, Broken([.. _trail.Where(record => record.Sequence != 3)]).Sequence);

    [Fact]
    public void Records_that_changed_places_are_found() =>
        Assert.Equal(2, Broken([_trail[0], _trail[2] with { Sequence = 2 }, _trail[1] with { Sequence = 3 }, _trail[3]]).Sequence);

    [Fact]
    public void A_record_that_somebody_without_the_key_added_is_found()
    {
        var forged = new AuditChain(new FixedKeys("other")).Next(5, _trail[4].Hash, "six");
        Assert.Equal(6, Broken([.. _trail, forged]).Sequence);
    }

    [Fact]
    public void A_cut_off_end_is_found_by_a_noted_head_only()
    {
        Assert.IsType<AuditVerdict.Whole>(_chain.Verify(_trail[..3]));
        Assert.IsType<AuditVerdict.Broken>(_chain.Verify(_trail[..3], Head));
    }

    [Fact]
    public void A_trail_that_was_written_anew_is_found_by_a_noted_head()
    {
        var other = _chain.Next(4, _trail[3].Hash, "another five");
        Assert.IsType<AuditVerdict.Whole>(_chain.Verify([.. _trail[..4], other]));
        Assert.IsType<AuditVerdict.Broken>(_chain.Verify([.. _trail[..4], other], Head));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("x:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("5:short")]
    public void What_is_no_head_is_none(string text) => Assert.Null(AuditHead.TryParse(text));

    [Fact]
    public void A_head_is_read_as_it_is_written() => Assert.Equal(Head, AuditHead.TryParse(Head.ToString()));

    private AuditVerdict.Broken Broken(IEnumerable<AuditRecord> records) => Assert.IsType<AuditVerdict.Broken>(_chain.Verify(records));
}
