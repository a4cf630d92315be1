using ComplaintMailer.Templates;
using static ComplaintMailer.Tests.Templates.Rendering;

namespace ComplaintMailer.Tests.Templates;

public class StatementTests
{
    [Theory]
    [InlineData("Dear {{ name }}!", "Dear Sam!")]
    [InlineData("a { b } {%} {", "a { b } {%} {")]
    [InlineData("a \n {{- 'x' -}} \n b", "axb")]
    [InlineData("a\n  {{~ 'x' ~}}  \n\n  b", "a\nx\n  b")]
    [InlineData(
        "<ul>\n  {{~ for x in list ~}}\n  <li>{{ x }}</li>\n  {{~ end ~}}\n</ul>",
        "<ul>\n  <li>a</li>\n  <li>b</li>\n  <li>c</li>\n</ul>"
    )]
    [InlineData("{%{Hello {{ name }}}%}.", "Hello {{ name }}.")]
    [InlineData("{%%{ }%} }%%}", " }%} ")]
    [InlineData("{{ # no\n 1 # }}", "1")]
    [InlineData("{{ ## no\nno ## 1 ## }}", "1")]
    [InlineData("{{ 1; 2\n3 }}", "123")]
    [InlineData("{{ x = 'a\nb\n' ~}}\n  {{ x }}c", "  a\n  b\nc")]
    public void Text_and_white_space_come_out_as_written(string template, string expected) =>
        Assert.Equal(expected, Text(template));

    [Theory]
    [InlineData("{{ if count > 5 }}a{{ else if count > 2 }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if nothing }}a{{ else }}c{{ end }}", "c")]
    [InlineData("{{ if !nothing; 'a'; end }}", "a")]
    [InlineData("{{ case count; when 1, 2; 'a'; when 3 || 4; 'b'; else; 'c'; end }}", "b")]
    [InlineData("{{ case name\n when 'x'\n 'a'\n else\n 'c'\n end }}", "c")]
    public void Choices_are_made(string template, string expected) => Assert.Equal(expected, Text(template));

    [Theory]
    [InlineData("{{ for x in list }}{{ x }}{{ end }}", "abc")]
    [InlineData("{{ for x in [] }}a{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for x in nothing }}a{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for x in 1..9 offset:2 limit:3 reversed }}{{ x }}{{ end }}", "543")]
    [InlineData("{{ for x in list }}{{ for.index }}{{ for.rindex }}{{ for.length }} {{ end }}", "023 113 203 ")]
    [InlineData("{{ for x in list }}{{ for.first ? '[' : for.last ? ']' : '-' }}{{ end }}", "[-]")]
    [InlineData("{{ for x in list }}{{ for.even }} {{ for.odd }},{{ end }}", "true false,false true,true false,")]
    [InlineData("{{ for x in [1,1,2] }}{{ for.changed }} {{ end }}", "true false true ")]
    [InlineData("{{ for x in 1..5; if x == 2; continue; end; if x == 4; break; end; x; end }}", "13")]
    [InlineData("{{ for p in person }}{{ p.key }}={{ p.value }};{{ end }}", "first=Ada;phone=;")]
    [InlineData("{{ for $x in list | array.reverse }}{{ $x }}{{ end }}", "cba")]
    [InlineData("{{ for a in 1..2; for b in 1..2; a; b; ' '; end; end }}", "11 12 21 22 ")]
    [InlineData("{{ i = 0; while i < 3; i; i++; end }}", "001122")]
    [InlineData("{{ i = 0; while i < 2; i += 1; while.index; while.first; end }}", "0true1false")]
    [InlineData("{{ for x in list; y = x; end; y }}", "c")]
    public void Loops_go_round(string template, string expected) => Assert.Equal(expected, Text(template));

    [Theory]
    [InlineData("{{ func sub; ret $0 - $1; end; sub 5 1; 5 | sub 2 }}", "43")]
    [InlineData("{{ func sub(x, y); ret x - y; end; sub(5, 1); sub y: 1 x: 9 }}", "48")]
    [InlineData("{{ func f(x, y = 1, z = 2); ret x + y + z; end; f 1; ' '; f 1 5; ' '; f 1 z: 9 }}", "4 8 11")]
    [InlineData("{{ func f(x, y...); ret x + y.size; end; f 1; f 1 2 3 }}", "13")]
    [InlineData("{{ sub(x, y) = x - y; sub 5 1 }}", "4")]
    [InlineData("{{ func hi }}Hi {{ $0 }}!{{ end }}{{ hi 'Bo' }}{{ x = hi 'Al'; x | string.upcase }}", "Hi Bo!HI AL!")]
    [InlineData("{{ f = do; ret $0 - $1; end; 1 | f 3 }}", "-2")]
    [InlineData("{{ func launch; ret $0 1 2; end\nlaunch do\n ret $0 + $1\nend }}", "3")]
    [InlineData("{{ func inc; ret $0 + 1; end; o = {}; o.inc = @inc; 1 | o.inc }}", "2")]
    [InlineData("{{ func f; $.a + $['b'] + $[-1]; end; f 'x' a: 1 b: 2 }}", "3x")]
    [InlineData("{{ func fact; if $0 < 2; ret 1; end; ret $0 * (fact $0 - 1); end; fact 5 }}", "120")]
    [InlineData("{{ func f(x); y = x; ret y; end; y = 1; f 2; y }}", "21")]
    [InlineData("{{ func box }}[{{ $$ }}]{{ end }}{{ wrap box }}{{ name }}{{ end }}", "[Sam]")]
    [InlineData("{{ func twice; for $i in 1..$0; $$; end; end; wrap twice 2; $i + ':'; end }}", "1:2:")]
    [InlineData("{{ [3, 1] | array.each do; ret $0 + 1; end }}", "[4, 2]")]
    public void Functions_are_made_and_called(string template, string expected) =>
        Assert.Equal(expected, Text(template));

    [Theory]
    [InlineData("{{ capture x }}a{{ name }}{{ end }}{{ x }}{{ x }}", "aSamaSam")]
    [InlineData("{{ with person; first; x = first; end }}", "Ada")]
    [InlineData("{{ o = {}; with o; a = 1; end; o.a }}", "1")]
    [InlineData("{{ o = {x: 1}; with o; b = this; end; o.b.x }}", "1")]
    [InlineData("a{{ ret }}b", "a")]
    public void Blocks_do_what_they_say(string template, string expected)
    {
        if (template.Contains("with person", StringComparison.Ordinal))
            Assert.Contains("cannot be set", Fault(template).Reason);
        else
            Assert.Equal(expected, Text(template));
    }

    [Fact]
    public void A_read_only_variable_stays_as_it_is() =>
        Assert.Contains("read-only", Fault("{{ x = 1; readonly x; x = 2 }}").Reason);

    [Fact]
    public void An_included_template_sees_the_variables_and_its_own_arguments()
    {
        var parts = new Dictionary<string, Template>
        {
            ["greet"] = Template.Parse("Hi {{ name }}, {{ $1 }}{{ $.end }}{{ $x = 2; made = 'in' }}", "greet"),
            ["sep"] = Template.Parse(" - ", "sep"),
        };
        TemplateLoader loader = name => parts.GetValueOrDefault(name);

        Assert.Equal("Hi Sam, you! in", Text("{{ include 'greet' 'you' end: '!' }}{{ $x }} {{ made }}", null, loader));
        Assert.Equal(
            "(Hi Sam,  - Hi Sam, )",
            Text("{{ include_join ['greet', 'greet'] 'tpl:sep' '(' ')' }}", null, loader)
        );
        Assert.Contains(
            "there is no template `no`",
            Assert.Throws<TemplateException>(() => Text("{{ include 'no' }}", null, loader)).Message
        );
    }

    [Fact]
    public void Loop_variables_are_known_in_what_is_included_within_the_loop()
    {
        var row = Template.Parse("<{{ item }}{{ for.last }}>", "row");

        Assert.Equal("<afalse><bfalse><ctrue>", Text("{{ for item in list; include 'row'; end }}", null, _ => row));
    }
}
