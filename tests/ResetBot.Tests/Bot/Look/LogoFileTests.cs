using System.Text;
using ResetBot.Bot.Look;
using Xunit;

namespace ResetBot.Tests.Bot.Look;

public sealed class LogoFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resetbot-logo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("5249464624000000574542505650", "image/webp")]
    public void A_picture_is_what_its_first_bytes_say(string bytes, string type) => Assert.Equal(type, LogoFile.Of(Convert.FromHexString(bytes), out _)?.Type);

    [Theory]
    [InlineData("")]
    [InlineData("89504E47")]
    [InlineData("474946383961")]
    [InlineData("524946462400000041564920")]
    [InlineData("6C6F676F")]
    public void Every_other_content_is_refused(string bytes)
    {
        Assert.Null(LogoFile.Of(Convert.FromHexString(bytes), out var why));
        Assert.Equal("its content is neither PNG, SVG, JPEG nor WebP", why);
    }

    [Theory]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>""")]
    [InlineData("""<?xml version="1.0" encoding="UTF-8"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg"><title>Contoso</title></svg>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>.a{fill:url(#g)}</style><use xlink:href="#a"/></svg>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,iVBORw0KGgo="/></svg>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1.3"><i:view/></svg>""")]
    public void A_drawing_is_taken(string svg) => Assert.Equal(("image/svg+xml", ""), (Draw(svg, out var why)?.Type, why));

    [Theory]
    [InlineData("<script>alert(1)</script>", "it holds <script>")]
    [InlineData("""<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>""", "it holds <script>")]
    [InlineData("""<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://elsewhere.example/"/>""", "it holds <img>")]
    [InlineData("<foreignObject/>", "it holds <foreignObject>")]
    [InlineData("""<a href="https://elsewhere.example"><text>x</text></a>""", "it holds <a>")]
    [InlineData("""<set attributeName="href" to="javascript:alert(1)"/>""", "it holds <set>")]
    [InlineData("""<path onclick="alert(1)"/>""", "<path> has the attribute onclick")]
    [InlineData("""<path OnLoad="alert(1)"/>""", "<path> has the attribute OnLoad")]
    [InlineData("""<use href="https://elsewhere.example/x.svg#a"/>""", "<use> has the attribute href")]
    [InlineData("""<image href="data:image/svg+xml,x"/>""", "<image> has the attribute href")]
    [InlineData("""<path fill="url( 'https://elsewhere.example/#a')"/>""", "<path> has the attribute fill")]
    [InlineData("<style>@import 'https://elsewhere.example';</style>", "it brings in something from elsewhere")]
    [InlineData("<style><![CDATA[.a{fill:URL(//elsewhere.example)}]]></style>", "it brings in something from elsewhere")]
    public void A_drawing_that_could_do_something_is_refused_and_the_fault_says_why(string inside, string why)
    {
        Assert.Null(Draw($"""<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>""", out var found));
        Assert.Equal(why, found);
    }

    [Theory]
    [InlineData("""<?xml-stylesheet href="https://elsewhere.example/x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>""", "it holds an instruction (xml-stylesheet)")]
    [InlineData("""<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg xmlns="http://www.w3.org/2000/svg"/>""", "its content has a document type (<!DOCTYPE …>); save it without")]
    [InlineData("""<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>""", "its content is XML, but no SVG")]
    [InlineData("<svg/>", "its content is XML, but no SVG")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg">""", "its content is neither PNG, SVG, JPEG nor WebP")]
    public void What_only_looks_like_a_drawing_is_refused(string svg, string why)
    {
        Assert.Null(Draw(svg, out var found));
        Assert.Equal(why, found);
    }

    [Fact]
    public void A_file_is_read_up_to_its_limit_and_no_further()
    {
        var content = new byte[LogoFile.MostBytes + 1];
        Convert.FromHexString("89504E470D0A1A0A").CopyTo(content, 0);
        var path = Path.Combine(_folder.FullName, "logo.jpg");
        File.WriteAllBytes(path, content[..^1]);
        Assert.Equal("image/png", LogoFile.Read(path, out _)?.Type);

        File.WriteAllBytes(path, content);
        Assert.Null(LogoFile.Read(path, out var why));
        Assert.Equal("it has 262145 bytes", why);
    }

    [Theory]
    [InlineData("nothing.png", "there is no such file")]
    [InlineData("", "there is no such file")]
    public void What_is_no_file_is_refused(string name, string why)
    {
        Assert.Null(LogoFile.Read(Path.Combine(_folder.FullName, name), out var found));
        Assert.Equal(why, found);
    }

    [Fact]
    public void Our_own_has_the_colour_of_the_company()
    {
        var own = LogoFile.Own("#005eb8");
        Assert.Equal(2, Encoding.UTF8.GetString(own.Content).Split("#005eb8").Length - 1);
        Assert.NotNull(LogoFile.Of(own.Content, out _));
    }

    private static LogoFile? Draw(string svg, out string why) => LogoFile.Of(Encoding.UTF8.GetBytes(svg), out why);
}
