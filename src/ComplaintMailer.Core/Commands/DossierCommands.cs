using ComplaintMailer.Core.Cases;

namespace ComplaintMailer.Core.Commands;

/// <summary>Questions about a case, and being away.</summary>
internal static class DossierCommands
{
    public static void Status(CommandRun run, GivenCommand command)
    {
        run.Draft.Reply(run.Person, "status");
        run.IsAnswered = true;
        _ = command;
    }

    public static void Help(CommandRun run, GivenCommand command)
    {
        var words = CommandTable
            .Possible(run.Case, run.Person, run.Around, run.Today)
            .Select(k => CommandWords.Of(k).In(run.Language));
        run.Text =
            run.Say(
                "Begin uw antwoord met een van deze woorden, dan een dubbele punt en de inhoud. Meer regels onder elkaar mag.\n\n",
                "Begin your answer with one of these words, then a colon and the content. Several lines are fine.\n\n"
            ) + string.Join("\n", words.Select(w => w + ":"));
        _ = command;
    }

    public static void Away(CommandRun run, GivenCommand command)
    {
        var (absence, faultNl, faultEn) = Absence.Read(run.Person, command.Value, run.Today, run.FindPerson);
        if (absence is null)
        {
            run.Refuse(
                faultNl,
                faultEn,
                "afwezig tot: 15 januari, NAAM VAN VERVANGER",
                "away until: 15 January, NAME OF DEPUTY"
            );
            return;
        }
        run.Add(new CaseEvent.AbsenceTold(run.Person.Key, absence.Until, absence.Deputy));
        run.Draft.Note(absence);
        var deputy = run.Organisation.Person(absence.Deputy ?? run.Person.Deputy)?.Name;
        run.Did(
            $"U bent afwezig tot {run.Date(absence.Until!.Value.PlusDays(1))}."
                + (
                    deputy is null
                        ? " Er is geen vervanger bekend: de mail blijft naar u gaan."
                        : $" {deputy} neemt waar."
                ),
            $"You are away until {run.Date(absence.Until!.Value.PlusDays(1))}."
                + (deputy is null ? " No deputy is known: mail goes on coming to you." : $" {deputy} stands in.")
        );
    }
}
