using System.Collections;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Dossiers;
using ComplaintMailer.Letters;
using NodaTime;

namespace ComplaintMailer.Tests.Dossiers;

/// <summary>Whatever happens in a case, the dossier tells it in words.</summary>
public class EventWordsTests
{
    private static readonly Organisation Nobodys = new()
    {
        Key = "x",
        Name = "X",
        Regulation = "x",
        CasePrefix = "X",
        Address = "x@x.example",
    };

    public static TheoryData<string, string> Kinds()
    {
        var data = new TheoryData<string, string>();
        foreach (var type in typeof(CaseEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CaseEvent))))
        foreach (var language in new[] { "nl", "en" })
            data.Add(type.Name, language);
        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_is_told(string kind, string language)
    {
        var happened = (CaseEvent)Made(typeof(CaseEvent).GetNestedType(kind)!)!;

        var told = new EventWords(Nobodys, LetterWords.Empty, language, []).Of(happened);

        // That a row of the agenda was dealt with is nothing to a reader: what came of it has its own line.
        if (kind == "DutyDone")
            Assert.Null(told);
        else
            Assert.False(string.IsNullOrWhiteSpace(told));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_its_place_in_the_state_of_a_case(string kind, string language)
    {
        if (kind == nameof(CaseEvent.Registered))
            return;
        var begun = (CaseEvent.Registered)Made(typeof(CaseEvent.Registered))!;
        var happened = (CaseEvent)Made(typeof(CaseEvent).GetNestedType(kind)!)!;

        var thrown = Record.Exception(() => Decider.Fold([begun with { Language = language }, happened]));

        // What a made-up value breaks is no matter; that nobody thought of the event is.
        Assert.False(thrown is InvalidOperationException, thrown?.Message);
    }

    /// <summary>One of its kind, with something in every field.</summary>
    private static object? Made(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "iets";
        if (type == typeof(LocalDate))
            return new LocalDate(2026, 11, 23);
        if (type == typeof(Instant))
            return Instant.FromUtc(2026, 11, 23, 9, 0);
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Made(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.GetValue(made) is null))
            property.SetValue(made, Made(property.PropertyType));
        return made;
    }
}
