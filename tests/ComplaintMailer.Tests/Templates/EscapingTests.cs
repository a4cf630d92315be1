using ComplaintMailer.Templates;
using static ComplaintMailer.Tests.Templates.Rendering;

namespace ComplaintMailer.Tests.Templates;

public class EscapingTests
{
    private const string Escaped = "&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;";

    [Theory]
    [InlineData("<i>{{ evil }}</i>", $"<i>{Escaped}</i>")]
    [InlineData("{{ [evil] }}", "[&quot;&lt;b&gt;\\&quot;&amp;&#39;&lt;/b&gt;&quot;]")]
    [InlineData("{{ evil | string.append '<' }}", $"{Escaped}&lt;")]
    [InlineData("{{ '<br>' }}", "&lt;br&gt;")]
    [InlineData("{{ evil | html.raw }}", "<b>\"&'</b>")]
    [InlineData("{{ evil | html.escape }}", Escaped)]
    [InlineData("{{ capture x }}<i>{{ evil }}</i>{{ end }}{{ x }}", $"<i>{Escaped}</i>")]
    [InlineData("{{ func f }}<i>{{ $0 }}</i>{{ end }}{{ f evil }}", $"<i>{Escaped}</i>")]
    [InlineData("{{ func f; ret $0; end }}{{ f evil }}", Escaped)]
    [InlineData("{{ x = html.raw('<i>') + evil; x }}", $"<i>{Escaped}")]
    [InlineData("{{ 'a<\nb' | html.newline_to_br }}", "a&lt;<br />\nb")]
    [InlineData("{{ func box }}<p>{{ $$ }}</p>{{ end }}{{ wrap box }}{{ evil }}{{ end }}", $"<p>{Escaped}</p>")]
    [InlineData("<a href=\"?q={{ evil | html.url_encode }}\">", "<a href=\"?q=%3Cb%3E%22%26%27%3C%2Fb%3E\">")]
    public void In_html_a_value_is_escaped_unless_it_is_html_already(string template, string expected) =>
        Assert.Equal(expected, Html(template));

    [Fact]
    public void In_text_nothing_is_escaped() => Assert.Equal("<b>\"&'</b>", Text("{{ evil }}"));

    [Fact]
    public void What_an_included_text_says_is_escaped_but_what_an_included_page_says_is_not()
    {
        var text = Template.Parse("<{{ evil }}", "part.txt");
        var page = Template.Parse("<i>{{ evil }}</i>", "part.html");

        Assert.Equal("&lt;" + Escaped, Html("{{ include 'x' }}", null, _ => text));
        Assert.Equal($"<i>{Escaped}</i>", Html("{{ include 'x' }}", null, _ => page));
    }
}
