using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A person names the colleagues who vouch for them, and each says whether they want to.</summary>
public class ChoosingColleagues : VouchingScene
{
    [Fact]
    public async Task Who_is_named_is_asked_at_once_and_counts_a_day_after_they_accepted()
    {
        var bea = Host.Chat(Bea);
        await bea.Says("hello").Sees("");
        var chat = await NamesAsync(Anna, Bea, Carl);
        await bea.Sees("Will you vouch for Person 000000000030?", "speak with Person 000000000030 yourself").Says("accept").Sees("Thank you. Person 000000000030 is told");
        await chat.Sees("Person 000000000041 is ready to vouch for you");
        await chat.Says("done").Sees("Register a method", "Colleagues who vouch for you").Says("done").Sees("All set");
        await chat.Says("status").Sees("2 have to be ready to vouch for you, and 1 are");
        await AcceptsAsync(Carl, Anna);
        await chat.Says("status").Sees("Vouching by your colleagues", "Person 000000000041, Person 000000000052", "counts from");
        await chat.Says("reset").Sees("step 1 of 2", "was added lately and counts from").Says("colleagues").SeesNo("Tell your colleagues");
        await chat.Says("cancel").Sees("");
        Host.Clock.Advance(ADay);
        await AsksAsync(Host.Chat(Anna));
    }

    [Fact]
    public async Task At_the_first_registration_they_count_as_soon_as_enough_have_accepted()
    {
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, colleagueVouching]");
        var chat = await NamesAsync(Person.Adele, Bea, Carl);
        await chat.Says("done").Sees("Register a method");
        await chat.AddsEmailAsync(Host.Outbox, "adele@private.example");
        await chat.Says("done").Sees();
        await AcceptsAsync(Bea, Person.Adele);
        await chat.Says("reset").Sees("needs 2 methods", "and 1 are");
        await AcceptsAsync(Carl, Person.Adele);
        await chat.Says("reset").Sees("step 1 of 2").Says("colleagues").Sees("Tell your colleagues their numbers");
    }

    [Fact]
    public async Task After_two_factors_they_count_as_soon_as_they_accept()
    {
        var chat = Host.Chat(Anna);
        await chat.BeginsToRegisterAsync();
        await chat.Says("one more").Sees("step 2 of 2").Says("email").Sees("Type the code");
        await chat.Says(() => Host.Outbox.CodeAsync(Anna.Email)).Sees("Register a method").Says("colleagues").Sees("Who vouches for you?");
        await chat.Says(Bea.UserName).Sees("I have asked").Says(Carl.UserName).Sees("I have asked").Says("done").Sees("Register a method").Says("done").Sees("All set");
        await AcceptsAsync(Bea, Anna);
        await AcceptsAsync(Carl, Anna);
        await AsksAsync(Host.Chat(Anna));
    }

    [Fact]
    public async Task Every_change_is_told_on_every_way_and_stands_in_the_trail()
    {
        var chat = await NamesAsync(Anna, Bea, Carl);
        await AcceptsAsync(Bea, Anna);
        await Host.Chat(Carl).Says("approvals").Sees("Will you vouch").Says("decline").Sees("That is fine");
        await chat.Sees("Person 000000000052 does not want to vouch for you");
        await chat.Says("remove " + Bea.Name).Sees("is not asked about you any more");
        foreach (var to in (string[])[Anna.UserName, Anna.Email, Anna.Mobile])
        {
            var told = await Host.Outbox.ToAsync(to);
            Assert.Equal(2, told.Count(mail => mail.Text.Contains("named", StringComparison.Ordinal) && !mail.Text.Contains("does not vouch", StringComparison.Ordinal)));
            Assert.Contains(told, mail => mail.Text.Contains("Person 000000000041", StringComparison.Ordinal) && mail.Text.Contains("ready to vouch", StringComparison.Ordinal));
            Assert.Contains(told, mail => mail.Text.Contains("Person 000000000052 does not vouch", StringComparison.Ordinal));
            Assert.Contains(told, mail => mail.Text.Contains("removed", StringComparison.Ordinal));
        }

        Assert.Equal(
            ["ColleagueNamed", "ColleagueNamed", "ColleagueAccepted", "ColleagueDeclined", "ColleagueRemoved"],
            Host.Audit(Anna).Select(step => step.Event).Where(step => step.StartsWith("Colleague", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_name_an_address_and_a_short_name_find_somebody_and_what_finds_nobody_is_told_alike()
    {
        Directory.Edit = account => account.Id == IdOf(Carl) ? account with { IsGuest = true } : account;
        var chat = await NamesAsync(Anna);
        await chat.Says("Person 000000000041").Sees("I have asked Person 000000000041");
        await chat.Says("megan").Sees("I have asked Megan Bowen");
        await chat.Says("Lee Gu").Sees("I have asked Lee Gu");
        foreach (var nobody in (string[])[Person.Grady.UserName, Carl.UserName, "nobody@contoso.example", "No Body At All"])
        {
            await chat.Says(nobody).Sees("I find nobody of that name who could vouch for you");
        }

        await chat.Says(Bea.UserName).Sees("You have named Person 000000000041 already");
        Assert.Equal(5, Host.Count(Anna, "ColleagueRefused"));
    }

    [Fact]
    public async Task Several_of_one_name_are_told_apart_by_their_address()
    {
        Directory.SeveralAreCalled = typed => typed == "the twins" ? [Bea.UserName, Carl.UserName] : null;
        var chat = await NamesAsync(Anna);
        await chat.Says("The Twins").Sees("Several people are called that").Says(Bea.UserName).Sees("I have asked");
        Directory.SeveralAreCalled = _ => throw new AccountNotUniqueException();
        await chat.Says("The Twins").Sees("Several people are called that");
    }

    [Fact]
    public async Task Neither_oneself_nor_whoever_reports_to_one_is_taken()
    {
        Directory.Edit = account => account.Id == IdOf(Bea) ? account with { Manager = IdOf(Anna) } : account;
        var chat = await NamesAsync(Anna);
        await chat.Says(Anna.UserName).Sees("You cannot vouch for yourself");
        await chat.Says(Bea.UserName).Sees("Person 000000000041 reports to you").SeesNo("I have asked");
    }

    [Fact]
    public async Task So_many_can_be_named_as_the_policy_says_and_only_so_often_can_names_be_tried()
    {
        await FollowsAsync("colleaguesNamed: 2");
        var chat = await NamesAsync(Anna, Bea, Carl);
        await chat.Says(Dora.UserName).Sees("You can name 2 at the most").Says("2").Sees("Person 000000000052 is not asked about you any more");
        for (var tried = 2; tried < 10; tried++)
        {
            await chat.Says($"somebody number {tried}").Sees("I find nobody");
        }

        await chat.Says(Dora.UserName).Sees("You have tried many names lately");
        Assert.Empty(await Host.Outbox.ToAsync(Dora.UserName));
        Host.Clock.Advance(ADay);
        await NamesAsync(Anna, Dora);
    }

    [Fact]
    public async Task Who_accepted_sees_for_whom_and_withdraws()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        await chat.Says("hello").Sees("");
        await Host.Chat(Bea).Says("vouching").Sees("You vouch for", "No longer for Person 000000000030").Says("1").Sees("You do not vouch for Person 000000000030 any more");
        await chat.Sees("Person 000000000041 does not vouch for you any more");
        Assert.Contains("1 are ready, 2 are needed", (await Host.Outbox.ToAsync(Anna.UserName))[^1].Text, StringComparison.Ordinal);
        await chat.Says("reset").Sees("step 1 of 2", "2 have to be ready to vouch for you, and 1 are");
        await Host.Chat(Bea).Says("vouching").Sees("You vouch for nobody");
        await Host.Chat(Carl).Says("vouching").Sees("You vouch for").Says("done").SeesNo("any more");
        Assert.Equal(1, Host.Count(Anna, "ColleagueWithdrew"));
    }

    [Fact]
    public async Task Who_leaves_counts_no_more_and_the_person_hears_of_it_within_a_day()
    {
        await HasColleaguesAsync(Anna, Bea, Carl);
        Directory.Gone.Add(IdOf(Bea));
        Host.Clock.Advance(ADay);
        await Host.KeepUpAsync();
        await Host.QuietAsync();
        var told = (await Host.Outbox.ToAsync(Anna.Email))[^1].Text;
        Assert.Contains("Person 000000000041 does not vouch", told, StringComparison.Ordinal);
        Assert.Contains("1 are ready, 2 are needed", told, StringComparison.Ordinal);
        Assert.Equal(1, Host.Count(Anna, "ColleagueLeft"));
        await Host.KeepUpAsync();
        Assert.Equal(1, Host.Count(Anna, "ColleagueLeft"));
    }

    [Fact]
    public async Task Status_sees_at_once_that_somebody_is_disabled()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        Directory.Edit = account => account.Id == IdOf(Bea) ? account with { Enabled = false } : account;
        await chat.Says("status").Sees("2 have to be ready to vouch for you, and 1 are");
        Assert.Equal(1, Host.Count(Anna, "ColleagueLeft"));
    }

    [Fact]
    public async Task An_invitation_that_is_left_alone_can_be_answered_later()
    {
        var bea = Host.Chat(Bea);
        await bea.Says("hello").Sees("");
        await NamesAsync(Anna, Bea);
        await bea.Sees("Will you vouch");
        await Host.PassAsync(TimeSpan.FromMinutes(16));
        await bea.Sees("You can answer that later: type approvals").Says("approvals").Sees("Will you vouch").Says("1").Sees("Thank you");
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_or_is_too_old_cannot_be_accepted()
    {
        var chat = await NamesAsync(Anna, Bea, Carl);
        var bea = Host.Chat(Bea);
        await bea.Says("approvals").Sees("Will you vouch");
        await chat.Says("1").Sees("is not asked about you any more");
        await bea.Says("accept").Sees("Nobody waits for that answer any more");
        Host.Clock.Advance(TimeSpan.FromDays(8));
        await Host.Chat(Carl).Says("approvals").Sees("Nothing waits");
        Assert.Equal(0, Host.Count(Anna, "ColleagueAccepted"));
    }

    [Fact]
    public async Task Who_erases_what_is_kept_of_them_vouches_for_nobody_and_has_nobody()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        await HasColleaguesAsync(Bea, Anna, Carl);
        await chat.Says("hello").Sees("");
        var bea = Host.Chat(Bea);
        using (var page = await PageDriver.OpenAsync(await bea.Says("erase my data").Sees("First show that it is you")))
        {
            await page.SubmitAsync(("oldPassword", Bea.Password));
        }

        await bea.Sees("Erase what I keep about you?", "Vouching by your colleagues").Says("erase everything").Sees("Your data is erased");
        await chat.Sees("Person 000000000041 does not vouch for you any more");
        await bea.Says("vouching").Sees("You vouch for nobody");
        await Host.Chat(Carl).Says("vouching").Sees("You vouch for", Anna.Name);
        await Host.PassAsync(ADay);
        await Host.KeepUpAsync();
        Assert.DoesNotContain(StoredRows.Of(Host.DataDirectory, "colleague_record"), row => row.Contains(Bea.ObjectId, StringComparison.Ordinal) && row.Contains(Anna.ObjectId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_of_what_is_kept_names_colleagues_and_for_whom_somebody_vouches()
    {
        await HasColleaguesAsync(Anna, Bea, Carl);
        Assert.Contains($"\"{Bea.Name}\"", await FileAsync(Host.Chat(Anna)), StringComparison.Ordinal);
        Assert.Contains(Anna.ObjectId, await FileAsync(Host.Chat(Bea)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_method_all_its_colleagues_go()
    {
        await HasColleaguesAsync(Anna, Bea, Carl);
        var chat = Host.Chat(Anna);
        await chat.BeginsToRegisterAsync();
        await chat.Says("remove").Sees("Which").Says("colleagues").Sees("Vouching by your colleagues");
        await Host.Chat(Bea).Says("vouching").Sees("You vouch for nobody");
    }

    private static async Task<string> FileAsync(ChatDriver chat)
    {
        using (var password = await PageDriver.OpenAsync(await chat.Says("export my data").Sees("First show that it is you")))
        {
            await password.SubmitAsync(("oldPassword", chat.Person.Password));
        }

        using var page = await PageDriver.OpenAsync(await chat.Sees("Your data", "Number: "));
        await page.SubmitAsync();
        return page.Html;
    }
}
