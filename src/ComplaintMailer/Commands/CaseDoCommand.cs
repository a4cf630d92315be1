using System.CommandLine;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>case do NUMBER --as PERSON</c>: commands from standard input, by the same rules as by mail.</summary>
internal static class CaseDoCommand
{
    public static Command Make(Option<string> config)
    {
        var number = new Argument<string>("number") { Description = "Such as WIJ-2026-0042." };
        var person = new Option<string>("--as") { Description = "Key of the person who acts.", Required = true };
        var now = new Option<string?>("--now") { Description = "Local time to act at. Needs AllowTimeTravel." };
        var command = new Command("do", "Takes commands from standard input, as a reply by mail would.")
        {
            number,
            person,
            now,
        };
        command.SetAction(result =>
            Do(
                result.GetValue(config)!,
                result.GetValue(number)!.ToUpperInvariant(),
                result.GetValue(person)!,
                result.GetValue(now)
            )
        );
        return command;
    }

    private static int Do(string config, string number, string person, string? now)
    {
        var settings = SettingsReader.Load(config);
        var at = RunCommand.At(settings, now) ?? Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        using var worker = new Worker(settings, exclusive: false);
        var text = Console.In.ReadToEnd();
        var office = worker.Register.Read(session =>
            worker.Offices.FirstOrDefault(o => Complaints.CaseStore.Exists(session, o.Organisation.Key, number))
        );
        if (office is null)
            throw new OperatorException($"There is no case {number}.");
        if (office.Organisation.Person(person) is not { } actor)
            throw new OperatorException(
                $"--as {person}: nobody in {office.Organisation.Name} has that key. Known: {string.Join(", ", office.Organisation.People.Select(p => p.Key))}."
            )
            {
                ExitCode = 2,
            };
        var (before, after) = worker.Register.Write(session =>
        {
            using var loaded = worker.Store.Load(session, number)!;
            var version = loaded.State.Version;
            worker.Desk.Tell(
                session,
                office,
                number,
                new CaseInput.StaffWrote(actor.Key, text, [], Proven: true),
                null,
                at
            );
            using var again = worker.Store.Load(session, number);
            return (version, again?.Events ?? []);
        });
        foreach (var happened in after.Skip(before))
        {
            switch (happened)
            {
                case CaseEvent.CommandsRefused refused:
                    foreach (var reason in refused.Reasons)
                        Console.Error.WriteLine(reason);
                    return 1;
                case CaseEvent.AccessDenied:
                    Console.Error.WriteLine($"There is no case {number}.");
                    return 1;
                case CaseEvent.LetterOrdered letter:
                    Console.WriteLine($"letter {letter.LetterKind} to {letter.Party}");
                    break;
                case CaseEvent.MailAdded:
                    break;
                default:
                    Console.WriteLine(happened.Kind);
                    break;
            }
        }
        return 0;
    }
}
