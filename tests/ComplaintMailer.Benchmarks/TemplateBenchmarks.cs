using BenchmarkDotNet.Attributes;
using ComplaintMailer.Templates;
using HandlebarsDotNet;

namespace ComplaintMailer.Benchmarks;

/// <summary>One acknowledgement as HTML, by our interpreter and by Handlebars.Net: the same text, choices, list and escaping.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private const string Ours = """
        <h1>{{ org.name }}</h1>
        <p>Beste {{ case.name }},</p>
        {{~ if case.late ~}}
        <p>Uw klacht gaat over iets van langer geleden.</p>
        {{~ end ~}}
        <p>Wij hebben uw klacht over “{{ case.subject }}” ontvangen op {{ case.received }}. Zij heeft nummer {{ case.number }}.</p>
        <ul>
        {{~ for step in steps ~}}
        <li><a href="{{ step.href }}">{{ step.label }}</a>: {{ step.does }}</li>
        {{~ end ~}}
        </ul>
        {{~ if case.handler ~}}
        <p>{{ case.handler.name }} ({{ case.handler.phone }}) behandelt uw klacht.</p>
        {{~ else ~}}
        <p>U hoort binnenkort wie uw klacht behandelt.</p>
        {{~ end ~}}
        <p>Uiterlijk {{ case.due }} hoort u ons oordeel.</p>
        """;

    private static readonly Dictionary<string, object?> Model = new()
    {
        ["org"] = new Dictionary<string, object?> { ["name"] = "Wijkz & buren" },
        ["case"] = new Dictionary<string, object?>
        {
            ["name"] = "mevrouw <Jansen>",
            ["late"] = false,
            ["subject"] = "het \"ophalen\" van de kinderen",
            ["received"] = "maandag 23 november 2026",
            ["number"] = "WIJ-2026-0042",
            ["handler"] = new Dictionary<string, object?> { ["name"] = "J. de Vries", ["phone"] = "070 123 45 67" },
            ["due"] = "maandag 4 januari 2027",
        },
        ["steps"] = Enumerable
            .Range(1, 6)
            .Select(i =>
                (object?)
                    new Dictionary<string, object?>
                    {
                        ["href"] = $"mailto:klachten@wijkz.example?subject=stap&body={i}",
                        ["label"] = $"Stap {i}",
                        ["does"] = "dan gebeurt er iets",
                    }
            )
            .ToList(),
    };

    private readonly Template ours = Template.Parse(Ours, "acknowledgement.html");
    private readonly HandlebarsTemplate<object, object> theirs = Handlebars.Compile(Theirs);

    /// <summary>The same template in the other language.</summary>
    private static string Theirs =>
        Ours.Replace("~}}", "}}", StringComparison.Ordinal)
            .Replace("{{~", "{{", StringComparison.Ordinal)
            .Replace("{{ if case.late }}", "{{#if case.late}}", StringComparison.Ordinal)
            .Replace("{{ if case.handler }}", "{{#if case.handler}}", StringComparison.Ordinal)
            .Replace("{{ for step in steps }}", "{{#each steps}}", StringComparison.Ordinal)
            .Replace("{{ step.", "{{ this.", StringComparison.Ordinal)
            .Replace("</li>\n{{ end }}", "</li>\n{{/each}}", StringComparison.Ordinal)
            .Replace("{{ end }}", "{{/if}}", StringComparison.Ordinal);

    [Benchmark(Baseline = true)]
    public string HandlebarsNet() => theirs(Model);

    [Benchmark]
    public string OurInterpreter() => ours.Render(Model);

    [Benchmark]
    public Template Parse() => Template.Parse(Ours, "acknowledgement.html");
}
