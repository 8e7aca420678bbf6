using ResetBot.Bot.Channels.Web;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Web;

public sealed class WebNewsTests
{
    [Fact]
    public void Listeners_that_come_and_go_at_once_are_counted_right()
    {
        var news = new WebNews(new WebOptions());
        Parallel.For(0, 4, worker =>
        {
            for (var number = 0; number < 20_000; number++)
            {
                news.Listen("web/one", "192.0.2.1")?.Dispose();
            }
        });
        Assert.Equal(0, news.Count);
    }

    [Fact]
    public void One_address_takes_no_more_than_its_share()
    {
        var news = new WebNews(new WebOptions { MostListenersPerAddress = 2 });
        using var first = news.Listen("web/one", "192.0.2.1");
        using var second = news.Listen("web/two", "192.0.2.1");
        Assert.Null(news.Listen("web/three", "192.0.2.1"));
        using var elsewhere = news.Listen("web/three", "192.0.2.2");
        Assert.NotNull(elsewhere);
        second!.Dispose();
        using var again = news.Listen("web/three", "192.0.2.1");
        Assert.NotNull(again);
    }

    [Fact]
    public void What_is_held_back_is_told_afterwards()
    {
        var news = new WebNews(new WebOptions());
        using var listener = news.Listen("web/one", "192.0.2.1")!;
        using (news.Hold("web/one"))
        {
            news.Tell("web/one");
            Assert.False(listener.News.TryRead(out _));
        }

        Assert.True(listener.News.TryRead(out _));
    }

    [Fact]
    public void Whoever_may_not_listen_any_more_hears_the_end()
    {
        var news = new WebNews(new WebOptions());
        using var listener = news.Listen("web/one", "192.0.2.1")!;
        news.Close("web/one");
        Assert.True(listener.News.Completion.IsCompleted);
    }
}
