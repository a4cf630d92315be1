using System.Text.RegularExpressions;
using ComplaintMailer.Letters;
using ComplaintMailer.Tests.Core;

namespace ComplaintMailer.Tests.Letters;

public partial class FormOfAddressTests
{
    [Theory]
    [InlineData("Kunt u ons helpen?", "Kun je ons helpen?")]
    [InlineData("U heeft uw klacht ingetrokken.", "Je hebt je klacht ingetrokken.")]
    [InlineData("Heeft u vragen?", "Heb je vragen?")]
    [InlineData("{{ uw }} blijft u {{ u }}", "{{ uw }} blijf je {{ u }}")]
    [InlineData("Is er gevaar voor uzelf?", "Is er gevaar voor jezelf?")]
    public void U_is_turned_into_je_with_its_verb(string formal, string informal)
    {
        Assert.Equal(informal, DutchForm.ToInformal(formal));
    }

    [Fact]
    public void Every_verb_before_u_in_our_letters_is_known()
    {
        foreach (
            var file in Directory.GetFiles(
                Path.Combine(CoreFiles.Templates, "letters", "nl"),
                "*.txt",
                SearchOption.AllDirectories
            )
        )
            Assert.Equal([], DutchForm.Unknown(File.ReadAllText(file)).Select(w => $"{Path.GetFileName(file)}: {w}"));
    }

    [Fact]
    public void An_organisation_that_says_je_never_says_u()
    {
        foreach (
            var (sample, letter) in LetterDesk.Changed(
                "mik-piw",
                "childcare",
                "nl",
                o => o with { FormOfAddress = "je" }
            )
        )
        {
            // What people wrote stays as they wrote it.
            var ours = string.Join('\n', letter.Text.Split('\n').Where(l => !l.StartsWith('>')));
            Assert.False(Formal().IsMatch(ours), $"{sample.Name}: {Formal().Match(ours).Value}");
        }
    }

    [GeneratedRegex(@"\b[Uu]w?\b[^:]{0,20}", RegexOptions.NonBacktracking)]
    private static partial Regex Formal();
}
