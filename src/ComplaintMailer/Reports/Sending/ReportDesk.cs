using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Database;
using ComplaintMailer.Letters.Steps;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Reports.Store;
using NodaTime;

namespace ComplaintMailer.Reports.Sending;

/// <summary>
/// Makes reports when they fall due, has them released where a person must, sends them, and takes answers. What fell due while
/// the worker was away is still on the agenda: each period's report is made once, late.
/// </summary>
internal sealed class ReportDesk(ReportPost post, CaseStore store)
{
    public const string Due = "report";
    public const string Reminder = "report-reminder";
    public const string Correction = "report-correction";
    private const int ReminderHour = 9;

    /// <summary>Brings the agenda into line with what the regulation and the configuration ask for.</summary>
    public static void Plan(Session session, Office office, Instant now)
    {
        var organisation = office.Organisation.Key;
        var plans = ReportPlan.Of(office);
        var rows = session.Query(
            "SELECT key, due_at FROM duty WHERE organisation = @organisation AND case_number = '' AND kind = @kind",
            row => (Key: row.GetString(0), DueAt: Codes.Instant(row.GetString(1))),
            ("organisation", organisation),
            ("kind", Due)
        );
        foreach (var row in rows)
        {
            var plan = plans.FirstOrDefault(p => p.Kind == KindOf(row.Key));
            // What has fallen due stays; what lies ahead may have been moved by a new configuration.
            if (plan is null || (row.DueAt > now && ReportClock.Next(plan, now, office.Around) != row.DueAt))
                DutyStore.Remove(session, organisation, "", row.Key);
        }
        foreach (var plan in plans)
        {
            if (
                rows.Any(r =>
                    KindOf(r.Key) == plan.Kind
                    && (r.DueAt <= now || ReportClock.Next(plan, now, office.Around) == r.DueAt)
                )
            )
                continue;
            Put(session, office, plan, ReportClock.Next(plan, now, office.Around));
        }
    }

    /// <summary>Makes a report anew. What differs goes to whoever had it before, with the next pass of the worker.</summary>
    public static MadeReport Correct(
        Session session,
        Office office,
        string kind,
        Core.Figures.Period period,
        Instant now
    )
    {
        var organisation = office.Organisation.Key;
        var before = ReportStore.Find(session.Connection, session.Transaction, organisation, kind, period);
        var report = ReportMaker.Make(
            session.Connection,
            session.Transaction!,
            office,
            kind,
            period,
            now,
            correct: true
        );
        if (
            before is not null
            && report.Revision > before.Revision
            && ReportStore.WasSent(session.Connection, session.Transaction, before.Id)
        )
            DutyStore.Put(session, organisation, "", new(Correction, $"{Correction}:{report.Id}", now));
        return report;
    }

    /// <returns>False when the duty is none of ours.</returns>
    public bool DutyFell(Session session, Office office, Duty duty, Instant now)
    {
        switch (duty.Kind)
        {
            case Due:
                if (ReportPlan.Of(office).FirstOrDefault(p => p.Kind == KindOf(duty.Key)) is { } plan)
                {
                    Make(session, office, plan, duty.DueAt, now);
                    // How things stand today is asked for once; the report of a period is owed for every period.
                    var from = plan.Kind == ReportKinds.Late ? now : duty.DueAt;
                    Put(session, office, plan, ReportClock.Next(plan, from, office.Around));
                }
                return true;
            case Reminder:
                if (
                    long.TryParse(duty.Key.Split(':')[1], out var id)
                    && ReportStore.Find(session.Connection, session.Transaction, id) is { IsDraft: true } draft
                )
                    AskRelease(session, office, PlanOf(office, draft), draft, reminder: true, now);
                return true;
            case Correction:
                if (
                    long.TryParse(duty.Key.Split(':')[1], out var corrected)
                    && ReportStore.Find(session.Connection, session.Transaction, corrected) is { } again
                    && !ReportStore.WasSent(session.Connection, session.Transaction, corrected)
                )
                {
                    var of = PlanOf(office, again);
                    if (again.IsDraft)
                    {
                        AskRelease(session, office, of, again, reminder: false, now);
                        Remind(session, office, of, again, now);
                    }
                    else
                    {
                        Send(session, office, of, again, now);
                    }
                }
                return true;
            default:
                return false;
        }
    }

    /// <summary>Somebody answered on a report.</summary>
    public void Replied(
        Session session,
        Office office,
        long id,
        string personKey,
        bool proven,
        string words,
        Instant now
    )
    {
        var organisation = office.Organisation;
        if (
            ReportStore.Find(session.Connection, session.Transaction, id) is not { } report
            || report.Organisation != organisation.Key
            || organisation.Person(personKey) is not { HasLeft: false } person
        )
            return;
        var to = Audience.Person(person, organisation, "person").To;
        var answer = new ReportAnswers(to.Language);
        if (!proven)
        {
            post.Tell(session, office, id, to, answer.Subject(report), [answer.NotProven], now);
            return;
        }
        var reply = ReportReply.Read(words);
        var plan = PlanOf(office, report);
        var lines = new List<string>();
        report = TakeFields(session, office, report, reply, answer, lines, now);
        if (reply.Again && report.IsDraft)
        {
            report = ReportMaker.Make(
                session.Connection,
                session.Transaction!,
                office,
                report.Figures.Kind,
                report.Figures.Period,
                now,
                correct: true
            );
            lines.Add(answer.MadeAgain);
            if (!reply.Approves)
                AskRelease(session, office, plan, report, reminder: false, now);
        }
        if (reply.Approves)
            lines.AddRange(Approve(session, office, plan, report, person, reply.Again, answer, now));
        if (reply.IsEmpty || reply.Help)
            lines.Add(answer.Help);
        post.Tell(session, office, id, to, answer.Subject(report), lines, now);
    }

    private void Make(Session session, Office office, ReportPlan plan, Instant dueAt, Instant now)
    {
        var day = office.Around.DateOf(plan.Kind == ReportKinds.Late ? now : dueAt);
        var period = ReportPeriods.Last(office, plan.Kind, day);
        var report = ReportMaker.Make(session.Connection, session.Transaction!, office, plan.Kind, period, now);
        if (report.Id != 0 && ReportStore.WasSent(session.Connection, session.Transaction, report.Id))
            return;
        if (report.Figures.NoReportDue)
        {
            NothingDue(session, office, plan, report, now);
            return;
        }
        if (!report.IsDraft)
        {
            Send(session, office, plan, report, now);
            return;
        }
        AskRelease(session, office, plan, report, reminder: false, now);
        Remind(session, office, plan, report, now);
    }

    private static void Remind(Session session, Office office, ReportPlan plan, MadeReport report, Instant now)
    {
        var year = report.Figures.Period.From.Year;
        var drafted = office.Around.DateOf(now);
        foreach (var on in ReportClock.Reminders(plan, drafted, year, office.Around.Calendar))
            DutyStore.Put(
                session,
                office.Organisation.Key,
                "",
                new(Reminder, $"{Reminder}:{report.Id}:{DateWords.Iso(on)}", office.Around.At(on, ReminderHour))
            );
    }

    private MadeReport TakeFields(
        Session session,
        Office office,
        MadeReport report,
        ReportReply reply,
        ReportAnswers answer,
        List<string> lines,
        Instant now
    )
    {
        if (reply.Fields.Count == 0)
            return report;
        var isText = WrittenParts.Codes;
        var names = NameWatch.Find(
            session,
            store,
            office.Organisation,
            report.Figures.Period,
            reply.Fields.Where(f => isText.Contains(f.Key)).Select(f => f.Value)
        );
        if (names.Count > 0)
        {
            lines.Add(answer.Names(names));
            return report;
        }
        var written = new Dictionary<string, string>(report.Written, StringComparer.Ordinal);
        foreach (var (key, value) in reply.Fields)
        {
            if (isText.Contains(key) && !report.IsDraft)
            {
                lines.Add(answer.TooLate(key));
                continue;
            }
            written[key] = value;
            lines.Add(answer.Taken(key));
        }
        ReportStore.Write(session.Connection, session.Transaction!, report.Id, written);
        _ = now;
        return report with { Written = written };
    }

    private IReadOnlyList<string> Approve(
        Session session,
        Office office,
        ReportPlan plan,
        MadeReport report,
        Person person,
        bool unseen,
        ReportAnswers answer,
        Instant now
    )
    {
        if (!report.IsDraft)
            return [answer.AlreadySent];
        if (unseen)
        {
            // What was made anew a moment ago nobody has looked at yet.
            AskRelease(session, office, plan, report, reminder: false, now);
            return [answer.LookFirst];
        }
        var releasers = Audience.Releasers(office.Organisation, plan.Via ?? Roles.Quality);
        if (releasers.All(r => r.Key != person.Key))
            return [answer.NotYours(releasers.Select(r => r.Name))];
        var missing = Needed(report).Where(p => !report.Written.ContainsKey(p.Code)).Select(p => p.Code).ToList();
        if (missing.Count > 0)
            return [answer.Missing(missing)];
        ReportStore.Issue(session.Connection, session.Transaction!, report.Id, person.Key, now);
        var audience = Send(session, office, plan, report with { State = MadeReport.Issued }, now);
        return
        [
            answer.Sent(audience.Readers.Select(r => r.To.Name ?? r.To.Address!)),
            .. audience.Unreachable.Count > 0 ? [answer.Unreachable(audience.Unreachable)] : Array.Empty<string>(),
        ];
    }

    /// <summary>What must be written before the report can go out: what the law asks for, as far as there is something to write.</summary>
    private static IEnumerable<(string Code, Words Heading, Words Question)> Needed(MadeReport report)
    {
        int Total(string name) => report.Figures.Totals.FirstOrDefault(t => t.Name == name)?.Value ?? 0;
        var disputes = report.Figures.Table("external")?.Rows.Any(r => r.Cells[0].Number > 0) ?? false;
        return WrittenParts
            .For(report.Figures.Kind)
            .Where(p =>
                p.Code switch
                {
                    "strekking" => Total("judged") > 0,
                    "geschillen" => disputes,
                    "uitkomst" => Total("external-ruled") > 0,
                    _ => true,
                }
            );
    }

    private Audience Send(Session session, Office office, ReportPlan plan, MadeReport report, Instant now)
    {
        var audience = Audience.Of(
            plan,
            office,
            plan.Kind == ReportKinds.StatutoryChildcare ? Services.Childcare : null
        );
        foreach (var reader in audience.Readers)
            post.Send(
                session,
                office,
                report,
                reader,
                new() { Paragraphs = SendingWords.Intro(reader, report.Figures, reader.To.Language) },
                "report",
                null,
                now
            );
        if (report.Id != 0)
            ReportStore.MarkSent(session.Connection, session.Transaction!, report.Id, now);
        return audience;
    }

    private void AskRelease(
        Session session,
        Office office,
        ReportPlan plan,
        MadeReport report,
        bool reminder,
        Instant now
    )
    {
        var organisation = office.Organisation;
        var due = plan.Due is null
            ? null
            : ReportDays.Due(Rule(plan), report.Figures.Period.From.Year, office.Around.Calendar)?.WorkBy;
        foreach (var person in Audience.Releasers(organisation, plan.Via ?? Roles.Quality))
        {
            var reader = Audience.Person(person, organisation, "release");
            var language = reader.To.Language;
            var nl = language == "nl";
            var needed = Needed(report).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
            var isLaw = report.Figures.Kind == ReportKinds.StatutoryChildcare;
            // Of what went outside there is only something to write when something was ruled.
            var fields = WrittenParts
                .For(report.Figures.Kind)
                .Where(p => !report.Written.ContainsKey(p.Code) && (isLaw || needed.Contains(p.Code)))
                .ToList();
            var subject =
                $"[{ReportPost.Number(report.Id)}] {(reminder ? (nl ? "Herinnering: " : "Reminder: ") : "")}{(nl ? "lees dit rapport en geef akkoord" : "read this report and approve it")} – {ReportWords.Title(report.Figures, language)}, {report.Figures.Period.Name(language)}";
            var address = post.ReplyTo(office, report.Id, reader.To.Party);
            var buttons = new List<(string, string)>();
            if (fields.Count > 0)
                buttons.Add(
                    (
                        nl ? "Vul de teksten in" : "Fill in the texts",
                        Mailto.Link(
                            address,
                            subject,
                            string.Concat(
                                fields.Select(f => $"{(nl ? f.Code : SendingWords.EnglishKeyword(f.Code))}: \n\n")
                            )
                        )
                    )
                );
            buttons.Add(
                (
                    nl ? "Akkoord: verstuur het rapport" : "Approve: send the report",
                    Mailto.Link(address, subject, nl ? "akkoord" : "approve")
                )
            );
            var audience = Audience.Of(
                plan,
                office,
                plan.Kind == ReportKinds.StatutoryChildcare ? Services.Childcare : null
            );
            post.Send(
                session,
                office,
                report,
                reader,
                new()
                {
                    Paragraphs =
                    [
                        .. SendingWords.Approval(report.Figures, due, reminder, language),
                        nl
                            ? $"Het gaat naar: {string.Join(", ", audience.Readers.Select(r => r.To.Name ?? r.To.Address).Distinct())}."
                            : $"It goes to: {string.Join(", ", audience.Readers.Select(r => r.To.Name ?? r.To.Address).Distinct())}.",
                        .. audience.Unreachable.Count > 0
                            ? [new ReportAnswers(language).Unreachable(audience.Unreachable)]
                            : Array.Empty<string>(),
                        .. fields.Count > 0 ? [SendingWords.AsksTexts(isLaw, language)] : Array.Empty<string>(),
                    ],
                    Points =
                    [
                        .. fields.Select(f =>
                            SendingWords.Field(f.Question, f.Code, needed.Contains(f.Code), language)
                        ),
                    ],
                    Buttons = buttons,
                },
                "report-approval",
                subject,
                now
            );
        }
    }

    /// <summary>No complaints and no disputes: the law asks for no report. The quality officer is told so, and that is all.</summary>
    private void NothingDue(Session session, Office office, ReportPlan plan, MadeReport report, Instant now)
    {
        foreach (var person in Audience.Releasers(office.Organisation, plan.Via ?? Roles.Quality))
        {
            var reader = Audience.Person(person, office.Organisation, "release");
            post.Tell(
                session,
                office,
                report.Id,
                reader.To,
                SendingWords.Name(report.Figures, reader.To.Language),
                [
                    ReportWords.NothingDue(reader.To.Language),
                    reader.To.Language == "nl"
                        ? "Er is dus geen verslag verschuldigd. Er wordt niets verstuurd, ook niet aan de toezichthouder."
                        : "So no report is due. Nothing is sent, not to the supervisor either.",
                ],
                now
            );
        }
        if (report.Id == 0)
            return;
        ReportStore.Issue(session.Connection, session.Transaction!, report.Id, "worker", now);
        ReportStore.MarkSent(session.Connection, session.Transaction!, report.Id, now);
    }

    private static ReportPlan PlanOf(Office office, MadeReport report) =>
        ReportPlan.Of(office).FirstOrDefault(p => p.Kind == report.Figures.Kind)
        ?? new ReportPlan(report.Figures.Kind, ["quality"], Roles.Quality, null, null);

    private static ReportRule Rule(ReportPlan plan) => new(plan.Kind, plan.To, plan.Via, plan.Due, []);

    private static string KindOf(string key) => key.Split(':')[1];

    private static void Put(Session session, Office office, ReportPlan plan, Instant? at)
    {
        if (at is not { } due)
            return;
        DutyStore.Put(session, office.Organisation.Key, "", new(Due, $"{Due}:{plan.Kind}:{Codes.Instant(due)}", due));
    }
}
