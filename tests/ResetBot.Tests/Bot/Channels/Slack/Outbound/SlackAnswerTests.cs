using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Outbox;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack.Outbound;

public sealed class SlackAnswerTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(7);

    public static TheoryData<string, Delivery> Table
    {
        get
        {
            var table = new TheoryData<string, Delivery> { { "", new Delivery.Delivered("1.2") } };
            Add("""
                channel_not_found is_archived not_in_channel user_not_found users_not_found user_disabled user_not_visible cannot_dm_bot messages_tab_disabled
                restricted_action
                """, error => new Delivery.Gone(error));
            Add("message_not_found cant_update_message edit_window_closed cant_delete_message", _ => new Delivery.Delivered(null));
            Add("""
                unreadable_answer ratelimited rate_limited internal_error fatal_error service_unavailable request_timeout team_added_to_org
                """, error => new Delivery.Retry(Wait, error));
            Add("""
                invalid_auth not_authed token_revoked token_expired account_inactive missing_scope team_access_not_granted enterprise_is_restricted
                ekm_access_denied access_denied
                """, error => new Delivery.Retry(Wait, error));
            Add("""
                invalid_blocks invalid_blocks_format msg_blocks_too_long block_mismatch invalid_arguments msg_too_long no_text unknown_method
                not_allowed_token_type something_new
                """, error => new Delivery.Refused(error));
            return table;

            void Add(string errors, Func<string, Delivery> judged)
            {
                foreach (var error in errors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    table.Add(error, judged(error));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void Each_error_of_Slack_says_what_becomes_of_a_message(string error, Delivery judged) =>
        Assert.Equal(judged, new SlackAnswer(error, default, Wait).Judge("1.2"));

    [Theory]
    [InlineData("invalid_blocks", true)]
    [InlineData("invalid_blocks_format", true)]
    [InlineData("msg_blocks_too_long", true)]
    [InlineData("block_mismatch", true)]
    [InlineData("invalid_arguments", true)]
    [InlineData("msg_too_long", false)]
    [InlineData("ratelimited", false)]
    [InlineData("", false)]
    public void Only_what_may_be_about_blocks_is_sent_in_words(string error, bool isUndrawn) => Assert.Equal(isUndrawn, new SlackAnswer(error, default, null).IsUndrawn);
}
