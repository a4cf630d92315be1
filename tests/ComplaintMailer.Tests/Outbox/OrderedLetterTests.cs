using System.Security.Cryptography;
using ComplaintMailer.Complaints;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;
using ComplaintMailer.Tests.Letters;
using NodaTime;

namespace ComplaintMailer.Tests.Outbox;

/// <summary>What was decided lies in the register until the letter is written: it must be the same letter.</summary>
public sealed class OrderedLetterTests : IDisposable
{
    private const string Id = "wij-2026-0001.1@wijkz.example";
    private readonly DataKey key = DataKey.New();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_letter_written_later_says_what_it_would_have_said_at_once(string language)
    {
        var organisation = LetterDesk.Organisation(Services.Childcare);
        var rules = LetterDesk.Regulation("partou");
        foreach (var (sample, letter) in LetterDesk.Letters("partou", Services.Childcare, language))
        {
            var later = LetterDesk.Write(sample with { Order = Kept(sample).Order }, organisation, rules);

            Assert.Equal(letter.Subject, later.Subject);
            Assert.Equal(letter.Text, later.Text);
        }
    }

    [Fact]
    public void Among_which_mails_it_stands_and_which_files_go_along_is_kept_as_well()
    {
        var ordered = Any() with
        {
            Version = 12,
            Answered = new(null, ["a@b.example", "c@d.example"]),
            Thread = new(["first@b.example", "last@b.example"]),
            Enclosed = [3, long.MaxValue],
        };

        var opened = OrderedLetter.Open(key, ordered.Seal(key, Id), Id);

        Assert.Equal(12, opened.Version);
        Assert.Null(opened.Answered!.MessageId);
        Assert.Equal(ordered.Answered.References, opened.Answered.References);
        Assert.Equal(ordered.Thread.Ids, opened.Thread.Ids);
        Assert.Equal(ordered.Enclosed, opened.Enclosed);
    }

    [Fact]
    public void A_fact_comes_back_as_what_it_was()
    {
        var facts = new Dictionary<string, object?>
        {
            ["nothing"] = null,
            ["text"] = "é “x” \n",
            ["truth"] = true,
            ["number"] = -3,
            ["large"] = 5_000_000_000,
            ["part"] = 0.25m,
            ["day"] = new LocalDate(2027, 1, 4),
            ["moment"] = Instant.FromUtc(2026, 11, 23, 7, 15) + Duration.FromTicks(1),
            ["texts"] = new List<string> { "a", "b" },
            ["days"] = new List<LocalDate> { new(2026, 12, 1) },
            ["items"] = new List<object?>
            {
                new Dictionary<string, object?> { ["day"] = "not a day" },
                "text",
                1,
            },
        };

        var opened = Kept(Any() with { Order = Any().Order with { Facts = facts } }).Order.Facts;

        Assert.Equal(facts.Keys, opened.Keys);
        foreach (var name in facts.Keys.Except(["days", "items"]))
        {
            Assert.Equal(facts[name], opened[name]);
            Assert.Equal(facts[name]?.GetType(), opened[name]?.GetType());
        }
        Assert.Equal([new LocalDate(2026, 12, 1)], ((IEnumerable<object?>)opened["days"]!).Cast<LocalDate>());
        var items = ((IEnumerable<object?>)opened["items"]!).ToList();
        Assert.Equal("not a day", ((IReadOnlyDictionary<string, object?>)items[0]!)["day"]);
        Assert.Equal(["text", 1], items.Skip(1));
    }

    [Fact]
    public void An_order_can_not_be_read_in_the_place_of_another()
    {
        var piece = Any().Seal(key, Id);

        Assert.ThrowsAny<CryptographicException>(() => OrderedLetter.Open(key, piece, "wij-2026-0002.1@wijkz.example"));
        Assert.ThrowsAny<CryptographicException>(() => LetterContent.Open(key, piece, Id));
    }

    public void Dispose() => key.Dispose();

    private OrderedLetter Kept(SampleLetter sample) => Kept(new OrderedLetter { Order = sample.Order, Version = 1 });

    private OrderedLetter Kept(OrderedLetter ordered) => OrderedLetter.Open(key, ordered.Seal(key, Id), Id);

    private static OrderedLetter Any() =>
        new()
        {
            Order = new() { Kind = "message", To = new("complainant", "Ahmed", "ahmed@gezin.example", "nl") },
            Version = 1,
        };
}
