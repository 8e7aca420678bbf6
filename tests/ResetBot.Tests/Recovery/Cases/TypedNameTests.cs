using ResetBot.Recovery.Cases;
using Xunit;

namespace ResetBot.Tests.Recovery.Cases;

public sealed class TypedNameTests
{
    [Theory]
    [InlineData("anna", "anna@contoso.example")]
    [InlineData("anna@contoso.example", "anna@contoso.example")]
    [InlineData("anna@fabrikam.example", "anna@fabrikam.example")]
    [InlineData("anna@elsewhere.example", "anna@elsewhere.example")]
    public void A_name_without_a_domain_is_one_of_the_companys_first(string typed, string whole) =>
        Assert.Equal(whole, TypedName.Whole(typed, ["Contoso.example", "fabrikam.example"]));

    [Fact]
    public void Without_a_domain_of_the_company_a_name_stays_as_it_is() => Assert.Equal("anna", TypedName.Whole("anna", []));

    [Theory]
    [InlineData(" Anna@Contoso.example ", "anna@contoso.example")]
    [InlineData("an\u200Bna", "anna")]
    [InlineData("ａｎｎａ", "anna")]
    public void What_looks_the_same_is_one_name(string typed, string normal) => Assert.Equal(normal, TypedName.Normal(typed));
}
