using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>A mail of one of our people on a case: commands, all of them or none, or a note.</summary>
internal static class Commanding
{
    public static void Decide(Draft draft, CaseInput.StaffWrote wrote)
    {
        var person = draft.Organisation.Person(wrote.Person);
        var by = wrote.Proven ? $"staff:{wrote.Person}" : "other";
        draft.Add(new CaseEvent.MailAdded(wrote.Mail ?? 0, by, wrote.Text, wrote.Attachments, wrote.Proven), by);
        if (person is null || draft.Case.Stage == Stage.Purged)
            return;
        if (!wrote.Proven)
        {
            Contributing.Pass(draft, wrote.Text, wrote.Attachments, verified: false, person.Name);
            return;
        }
        var read = CommandReader.Read(wrote.Text);
        if (!Access.MaySee(draft.Case, person, draft.Around, draft.Today))
        {
            // As if there were no such case: nothing goes out, and the dossier knows.
            draft.Add(new CaseEvent.AccessDenied(person.Key), by);
            return;
        }
        if (read.IsNote)
        {
            Note(draft, person, wrote, read);
            return;
        }
        Run(draft, person, read, wrote);
    }

    private static void Note(Draft draft, Organisations.Person person, CaseInput.StaffWrote wrote, ReadCommands read)
    {
        if (wrote.Text.Trim().Length > 0)
            draft.Add(new CaseEvent.NoteAdded(wrote.Text), $"staff:{person.Key}");
        var responsible = Routing.Responsible(draft.Case, draft.Around, draft.Today);
        if (responsible is not null && responsible.Key != person.Key)
            Contributing.Pass(draft, wrote.Text, wrote.Attachments, verified: true, person.Name);
        var run = new CommandRun(draft, person, [], null);
        var misread =
            read.HiddenCommand is { } hidden
                ? run.Say(
                    $"Uw mail is bewaard als notitie. “{hidden}” staat niet op de eerste regel en is daarom niet uitgevoerd. Begin uw antwoord met het commando.",
                    $"Your mail was kept as a note. “{hidden}” is not on the first line and was therefore not carried out. Begin your answer with the command."
                )
            : SoundsLikeApproval(draft, person, wrote.Text)
                ? run.Say(
                    "Het oordeel is nog niet verstuurd. Uw mail is bewaard als notitie. Mag de brief weg? Antwoord dan met alleen “akkoord”.",
                    "The verdict has not been sent. Your mail was kept as a note. May the letter go? Then answer with “approve” alone."
                )
            : null;
        if (misread is not null)
            draft.Reply(person, "receipt", Facts.Of(("text", wrote.Text), ("missing", new List<string> { misread })));
    }

    /// <summary>“Ok, akkoord”, “prima zo”: a letter that can't be taken back goes on the plain word only, but its writer thinks it has gone.</summary>
    private static bool SoundsLikeApproval(Draft draft, Organisations.Person person, string text)
    {
        if (
            draft.Case.Draft is null
            || !CommandTable.Possible(draft.Case, person, draft.Around, draft.Today).Contains("approve")
        )
            return false;
        var words = Sentences.WordsOf(text.Length > 200 ? text[..200] : text);
        return words.Any(w =>
            w
                is "akkoord"
                    or "ok"
                    or "oke"
                    or "ja"
                    or "prima"
                    or "goed"
                    or "verstuur"
                    or "verstuurd"
                    or "versturen"
                    or "weg"
                    or "approve"
                    or "approved"
                    or "agreed"
                    or "yes"
                    or "fine"
                    or "send"
        );
    }

    private static void Run(Draft draft, Organisations.Person person, ReadCommands read, CaseInput.StaffWrote wrote)
    {
        var mark = draft.Mark();
        var run = new CommandRun(draft, person, read.Commands, wrote.KnownCases);
        foreach (var (said, meant) in read.Unknown)
        {
            run.Refuse(
                $"“{said}” ken ik niet. Bedoelt u “{meant}”?",
                $"I do not know “{said}”. Did you mean “{meant}”?",
                $"{meant}: …"
            );
        }
        foreach (var command in read.Commands.OrderBy(c => CommandTable.Order(c.Key)))
        {
            if (Allowed(run, command) is { } row)
                row.Do(run, command);
        }
        if (run.Refusals.Count > 0)
        {
            draft.Return(mark);
            draft.Add(new CaseEvent.CommandsRefused(run.Refusals), $"staff:{person.Key}");
            var remedies = run.Remedies.Distinct().ToList();
            remedies.Add(PossibleNow(draft, run));
            draft.Reply(person, "refused", Facts.Of(("why", run.Refusals), ("remedy", remedies), ("text", wrote.Text)));
            return;
        }
        if (!run.IsAnswered || run.Done.Count > 0)
            draft.Reply(person, "receipt", Facts.Of(("done", run.Done), ("text", run.Text)));
    }

    private static CommandRow? Allowed(CommandRun run, GivenCommand command)
    {
        var row = CommandTable.Of(command.Key);
        if (row is null)
        {
            run.Refuse($"“{command.Said}” kan niet in een zaak.", $"“{command.Said}” can't be done within a case.");
            return null;
        }
        if (row.InPack is { } known && !known(run.Regulation))
        {
            NotInPack(run, command);
            return null;
        }
        if (!CommandTable.Applies(row, run.Case))
        {
            if (run.Case.IsOpen)
                run.Refuse(
                    $"“{command.Said}” kan pas als de zaak is afgerond.",
                    $"“{command.Said}” is possible only once the case has ended."
                );
            else
                run.Refuse(
                    $"“{command.Said}” kan niet meer: de zaak is afgerond.",
                    $"“{command.Said}” is no longer possible: the case has ended.",
                    "heropen: reden",
                    "reopen: reason"
                );
            return null;
        }
        var hats = Access.HatsOf(run.Case, run.Person, run.Around, run.Today);
        if (!row.Who.Any(hats.Contains))
        {
            run.Refuse(
                $"“{command.Said}” is niet aan u in deze zaak.",
                $"“{command.Said}” is not yours to do in this case.",
                "Vraag de behandelaar of de klachtencoördinator.",
                "Ask the handler or the complaints coordinator."
            );
            return null;
        }
        return row;
    }

    /// <summary>Why a regulation does not know it, where that needs saying, and what it knows instead.</summary>
    private static void NotInPack(CommandRun run, GivenCommand command)
    {
        var title = run.Regulation.Title;
        switch (command.Key)
        {
            case "extend":
                run.Refuse(
                    $"De regeling “{title}” kent geen verlenging. De datum blijft staan.",
                    $"The regulation “{title}” knows no extension. The date stays where it is.",
                    "vertraging: nieuwe verwachte datum, reden (de klager krijgt dan bericht)",
                    "delay: new expected date, reason (the complainant is then told)"
                );
                break;
            case "objection":
                run.Refuse(
                    $"De regeling “{title}” kent geen gesprek met de directie na het oordeel.",
                    $"The regulation “{title}” knows no talk with the directors after the verdict.",
                    "extern: instantie, datum",
                    "external: body, date"
                );
                break;
            case "reporting-code" or "reporting-duty":
                run.Refuse(
                    $"Volgens “{title}” sluit dit de klachtprocedure niet: die loopt door, naast de {(command.Key == "reporting-code" ? "meldcode" : "meldplicht")}.",
                    $"By “{title}” this does not close the procedure: it goes on beside the {(command.Key == "reporting-code" ? "reporting code" : "duty to report")}.",
                    "bevestig: kindermishandeling, of notitie: …",
                    "confirm: child-abuse, or note: …"
                );
                break;
            case "dissatisfaction":
                run.Refuse(
                    $"Volgens “{title}” is elke schriftelijke uiting van ontevredenheid een klacht.",
                    $"By “{title}” every written expression of dissatisfaction is a complaint."
                );
                break;
            default:
                run.Refuse(
                    $"De regeling “{title}” kent “{command.Said}” niet.",
                    $"The regulation “{title}” does not know “{command.Said}”."
                );
                break;
        }
    }

    private static string PossibleNow(Draft draft, CommandRun run)
    {
        var words = CommandTable
            .Possible(draft.Case, run.Person, draft.Around, draft.Today)
            .Select(k => CommandWords.Of(k).In(run.Language));
        return run.Say("Nu mogelijk: ", "Possible now: ") + string.Join(", ", words) + ".";
    }
}
