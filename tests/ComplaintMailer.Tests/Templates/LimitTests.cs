using System.Text;
using ComplaintMailer.Templates;
using FsCheck;
using FsCheck.Fluent;
using static ComplaintMailer.Tests.Templates.Rendering;

namespace ComplaintMailer.Tests.Templates;

public class LimitTests
{
    private static readonly string[] Pieces =
    [
        "{{",
        "}}",
        "{{-",
        "~}}",
        "{%{",
        "}%}",
        " ",
        "\n",
        ";",
        "if ",
        "else ",
        "end ",
        "for x in ",
        "list ",
        "while ",
        "true ",
        "func f",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "name ",
        "nothing",
        ".",
        "?.",
        "..",
        "..<",
        "|",
        "string.upcase ",
        "array.each ",
        "@",
        "^",
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "1 ",
        "2.5",
        "'a' ",
        "\"",
        "`",
        "$\"{",
        "$0",
        "$$",
        "wrap f ",
        "capture y ",
        "with ",
        "person ",
        "ret ",
        "break ",
        "case ",
        "when ",
        "=",
        "==",
        "&&",
        "||",
        "??",
        "?",
        ":",
        ",",
        "!",
        "++",
        "#",
        "##",
        "do ",
        "this",
        "include 'a' ",
        "html.raw ",
        "regex.match ",
        "date.now ",
        "import ",
        "0x",
        "9999999999999999999",
        "é",
        "\\",
        "<b>",
    ];

    [Fact]
    public void Whatever_is_written_renders_or_is_an_error_of_the_template()
    {
        var options = new RenderOptions
        {
            StepLimit = 500,
            RecursionLimit = 20,
            StrictVariables = false,
        };
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    foreach (var whole in new[] { text, "{{ " + text + " }}", "{{ if true\n" + text + "\nend }}" })
                    {
                        try
                        {
                            Template template = null!;
                            template = Template.Parse(whole, "t.html");
                            template.Render(Model, options, name => name == "a" ? template : null);
                            _ = template.Uses;
                        }
                        catch (TemplateException e)
                        {
                            Assert.True(e.Line >= 1 && e.Column >= 1 && e.Reason.Length > 0);
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60).WithReplay(1123UL, 7UL));
    }

    [Theory]
    [InlineData("{{ while true; end }}", "does a loop never end?")]
    [InlineData("{{ for a in 1..1000; for b in 1..1000; end; end }}", "does a loop never end?")]
    [InlineData("{{ func f; f; end; f }}", "does one call itself?")]
    [InlineData("{{ func f; f; f; end; f }}", "does one call itself?")]
    [InlineData("{{ x = 'aaaaaaaaaa'; while true; x = x + x; end }}", "characters")]
    [InlineData("{{ 'a' * 999999999 }}", "characters")]
    [InlineData("{{ 'a' | string.pad_left 999999999 }}", "characters")]
    [InlineData("{{ x = [1]; while true; x = x + x; end }}", "steps")]
    [InlineData("{{ x = 'a' * 100000; x | string.replace 'a' x }}", "characters")]
    [InlineData("{{ x = 'a' * 100000; x | regex.replace 'a' x }}", "characters")]
    [InlineData("{{ x = []; x[999999999] = 1 }}", "steps")]
    [InlineData("{{ (1..2000000000) | array.join '' }}", "steps")]
    public void What_would_take_for_ever_is_stopped(string template, string reason) =>
        Assert.Contains(reason, Fault(template).Reason);

    [Fact]
    public void A_template_that_includes_itself_is_stopped()
    {
        Template? self = null;
        self = Template.Parse("{{ include 'self' }}", "self.txt");

        var fault = Assert.Throws<TemplateException>(() => self.Render(Model, null, _ => self));

        Assert.Contains("does one call itself?", fault.Reason);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("!", "1", "")]
    [InlineData("-", "1", "")]
    [InlineData("1+", "1", "")]
    [InlineData("x.", "y", "")]
    [InlineData("if 1;", "1;", "end;")]
    [InlineData("do;", "1;", "end;")]
    [InlineData("{a:", "1", "}")]
    [InlineData("1 ? 1 : ", "1", "")]
    [InlineData("$\"{", "1", "}\"")]
    [InlineData("f ", "1", "")]
    public void Depth_never_breaks_the_stack(string open, string middle, string close)
    {
        var text = new StringBuilder("{{ ").Insert(3, open, 20_000).Append(middle).Insert(0, "").ToString();
        text += string.Concat(Enumerable.Repeat(close, 20_000)) + " }}";

        Assert.Throws<TemplateException>(() => Text(text));
    }

    [Fact]
    public void An_object_that_holds_itself_can_be_written()
    {
        Assert.Contains('…', Text("{{ x = {}; x.x = x; x }}"));
        Assert.Contains("too deep", Fault("{{ x = {}; x.x = x; x | object.to_json }}").Reason);
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{%")]
    [InlineData("{%{")]
    [InlineData("a\n ")]
    [InlineData("{{ 'a' }}")]
    [InlineData("{{ # }}")]
    [InlineData(" {{~ ~}} ")]
    [InlineData("{{ if name }}")]
    public void A_template_twice_as_long_takes_about_twice_the_work(string piece)
    {
        _ = Allocated(200_000);
        var once = Allocated(100_000);
        var twice = Allocated(200_000);

        Assert.InRange(twice, 0, (once * 2.5) + 200_000);

        long Allocated(int length)
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Template.Parse(text, "t");
            }
            catch (TemplateException)
            {
                // Only the work counts here.
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void One_template_serves_many_threads()
    {
        var template = Template.Parse(
            "{{ x = count; for i in 1..50; x += i; end; x }} {{ list | array.join ',' }}",
            "t"
        );

        Parallel.For(0, 200, _ => Assert.Equal("1278 a,b,c", template.Render(Model)));
    }
}
