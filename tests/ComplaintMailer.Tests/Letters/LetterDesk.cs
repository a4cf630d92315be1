using System.Collections.Concurrent;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Tests.Core;
using NodaTime;

namespace ComplaintMailer.Tests.Letters;

/// <summary>Writes sample letters of one made-up organisation under any regulation.</summary>
internal static class LetterDesk
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static LetterWriter Writer { get; } = new(CoreFiles.Templates, CoreFiles.Bodies, Zone);

    public static string[] Languages { get; } = ["nl", "en"];

    /// <summary>Regulations with the services that make a difference to letters.</summary>
    public static (string Regulation, string Service)[] Grounds { get; } =
    [
        ("mik-piw", Services.Childcare),
        ("mik-piw", Services.SocialWork),
        ("mik-piw-2021", Services.Childcare),
        ("xtra", Services.Childcare),
        ("xtra", Services.YouthCare),
        ("fluks", Services.Childcare),
        ("partou", Services.Childcare),
    ];

    public static Regulation Regulation(string name) => CoreFiles.Regulation(name);

    public static Organisation Organisation(string service) =>
        new()
        {
            Key = "zonnebloem",
            Name = "De Zonnebloem",
            Regulation = "mik-piw",
            CasePrefix = "ZON",
            Address = "klachten@zonnebloem.example",
            Phone = "070 123 45 67",
            Website = "https://www.zonnebloem.example",
            PostalAddress = "Dorpsstraat 1, 2500 AA Den Haag",
            RegulationUrl = "https://www.zonnebloem.example/klachten",
            PrivacyUrl = "https://www.zonnebloem.example/privacy",
            People =
            [
                new("ayilmaz", "A. Yilmaz", "a.yilmaz@zonnebloem.example", [Roles.Handler], "directie")
                {
                    Function = "manager",
                    Phone = "06 98765432",
                    Calendar = true,
                },
                new(
                    "kwaliteit",
                    "P. de Boer",
                    "kwaliteit@zonnebloem.example",
                    [Roles.Quality, Roles.Coordinator],
                    null
                ),
                new("directie", "M. Visser", "directie@zonnebloem.example", [Roles.Director, Roles.Board], null),
                new("finance", "R. Smit", "finance@zonnebloem.example", [Roles.Finance], null),
                new("hr", "L. Kok", "hr@zonnebloem.example", [Roles.Hr], null),
            ],
            Locations = [new("vlinder", "De Vlinder", [], service, "ayilmaz")],
        };

    private static readonly ConcurrentDictionary<
        (string, string, string),
        Lazy<IReadOnlyList<(SampleLetter, WrittenLetter)>>
    > Written = new();

    /// <summary>Every letter there is; written once for all tests.</summary>
    public static IReadOnlyList<(SampleLetter Sample, WrittenLetter Letter)> Letters(
        string regulation,
        string service,
        string language
    ) =>
        Written
            .GetOrAdd(
                (regulation, service, language),
                key => new(() => [.. Changed(key.Item1, key.Item2, key.Item3, o => o)])
            )
            .Value;

    /// <summary>The same of an organisation that is otherwise.</summary>
    public static IEnumerable<(SampleLetter Sample, WrittenLetter Letter)> Changed(
        string regulation,
        string service,
        string language,
        Func<Organisation, Organisation> change,
        params string[] only
    )
    {
        var organisation = change(Organisation(service));
        var rules = Regulation(regulation);
        foreach (var sample in new SampleLetters(organisation, rules, service, language).All())
        {
            if (only.Length == 0 || only.Contains(sample.Name))
                yield return (sample, Write(sample, organisation, rules));
        }
    }

    public static WrittenLetter Write(SampleLetter sample, Organisation organisation, Regulation regulation) =>
        Writer.Write(
            sample.Order,
            sample.Case,
            organisation,
            regulation,
            LetterGallery.ReplyTo(organisation),
            SampleLetters.Now
        );
}
