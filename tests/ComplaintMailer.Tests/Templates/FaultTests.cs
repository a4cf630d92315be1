using ComplaintMailer.Templates;
using static ComplaintMailer.Tests.Templates.Rendering;

namespace ComplaintMailer.Tests.Templates;

public class FaultTests
{
    [Theory]
    [InlineData("a\nbc{{ nam }}", 2, 6, "unknown variable `nam`; nearest known: `name`")]
    [InlineData("{{ persn.first }}", 1, 4, "nearest known: `person`")]
    [InlineData("{{ person.phone.size }}", 1, 17, "write `person.phone?.size`")]
    [InlineData(
        "{{ string.upcas 'a' }}",
        1,
        11,
        "nearest known: `string.upcase`|`string` has no `upcas`; nearest known: `upcase`"
    )]
    [InlineData("{{ name.x.y }}", 1, 11, "`name.x` holds nothing")]
    [InlineData("{{ string.append 'a' }}", 1, 11, "needs 2 values (text with), 1 were given")]
    [InlineData("{{ string.upcase 'a' 'b' }}", 1, 11, "takes 1 values")]
    [InlineData("{{ 'a' | string.slice begin: 1 }}", 1, 17, "has no `begin`")]
    [InlineData("{{ if name }}", 1, 4, "this `if` has no `end`")]
    [InlineData("{{ end }}", 1, 4, "belongs to nothing")]
    [InlineData("{{ name", 1, 1, "is not closed with `}}`")]
    [InlineData("{{ 'abc }}", 1, 4, "this string is not closed")]
    [InlineData("{%{ abc", 1, 1, "not closed with `}%}`")]
    [InlineData("{{ 1 + }}", 1, 8, "a value is expected here")]
    [InlineData("{{ 1 2 }}", 1, 6, "`2` is not expected here")]
    [InlineData("{{ for x list }}{{ end }}", 1, 10, "is followed by `in`")]
    [InlineData("{{ break }}", 1, 4, "outside a loop")]
    [InlineData("{{ 1 = 2 }}", 1, 6, "can be set")]
    [InlineData("{{ name.first = 1 }}", 1, 9, "cannot be set")]
    [InlineData("{{ person.first = 1 }}", 1, 11, "made outside the template is read-only")]
    [InlineData("{{ 1 | 2 }}", 1, 6, "a pipe leads to a function")]
    [InlineData("{{ name 1 }}", 1, 4, "`name` is a value, no function")]
    [InlineData("{{ 1 / 0 }}", 1, 6, "division by zero")]
    [InlineData("{{ 9223372036854775807 + 1 }}", 1, 24, "too large")]
    [InlineData("{{ tablerow x in list }}{{ end }}", 1, 4, "write the rows with `for`")]
    [InlineData("{{ '1' | object.eval }}", 1, 17, "never run as templates")]
    [InlineData("{{ for x in 3 }}{{ end }}", 1, 13, "`for` needs a list")]
    [InlineData("{{ 'a' | regex.match '(' }}", 1, 16, "cannot be used")]
    [InlineData("{{ func f(a, b); end; f 1 }}", 1, 23, "`f` needs a value for `b`")]
    [InlineData("{{ \"\\q\" }}", 1, 5, "unknown escape")]
    public void A_mistake_is_told_with_its_place(string template, int line, int column, string reason)
    {
        var fault = Fault(template);

        Assert.Equal("test.txt", fault.File);
        Assert.Contains(reason.Split('|'), r => fault.Reason.Contains(r, StringComparison.Ordinal));
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith($"test.txt:{line}:{column}: ", fault.Message);
    }

    [Fact]
    public void An_unknown_variable_may_be_let_pass_and_is_then_told()
    {
        var told = new List<string>();
        var options = new RenderOptions { StrictVariables = false, OnUnknown = f => told.Add(f.Reason) };

        Assert.Equal("[x]", Text("[{{ nam ?? 'x' }}{{ person.phon }}]", options));
        Assert.Equal(2, told.Count);
        Assert.Contains("nearest known: `phone`", told[1]);
    }

    [Fact]
    public void An_unknown_member_can_be_an_error_too() =>
        Assert.Contains("nearest known: `phone`", Fault("{{ person.phon }}", new() { StrictMembers = true }).Reason);

    [Fact]
    public void A_fault_in_an_included_template_names_that_template()
    {
        var part = Template.Parse("\n{{ nam }}", "part.txt");

        var fault = Assert.Throws<TemplateException>(() => Text("{{ include 'part' }}", null, _ => part));

        Assert.StartsWith("part.txt:2:4: ", fault.Message);
    }

    [Fact]
    public void Names_taken_from_the_model_are_known_without_rendering()
    {
        var template = Template.Parse(
            "{{ if false }}{{ org.name }}{{ end }}{{ for x in list }}{{ x.y }}{{ for.index }}{{ end }}"
                + "{{ z = case?.handler.name | string.upcase }}{{ z }}{{ func f(a); a; end }}",
            "t"
        );

        Assert.Equal(["org.name", "list", "case.handler.name"], template.Uses.Select(u => u.Path));
        Assert.Equal((1, 18), (template.Uses[0].Line, template.Uses[0].Column));
    }
}
