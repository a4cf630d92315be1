using ComplaintMailer.Core.Json;
using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Core.Regulations;

/// <summary>Reads a regulation pack. Every fault is found in one go and says where it is and what to do.</summary>
public static class RegulationReader
{
    private static readonly string[] DefaultReminders = ["50%", "75%", "-5wd", "workBy"];

    /// <param name="bodies">The known external bodies; given, every route must lead to one of them.</param>
    /// <returns>The regulation, or null when there are faults that leave none.</returns>
    public static (Regulation? Regulation, IReadOnlyList<string> Faults) Read(
        string json,
        string fileName,
        IReadOnlyList<ExternalBody>? bodies = null
    )
    {
        var faults = new JsonFaults(fileName);
        var regulation = faults.Read(json, Regulation);
        if (regulation is not null)
            RegulationChecks.Check(regulation, bodies, faults);
        return (faults.List.Count == 0 ? regulation : null, faults.List);
    }

    /// <summary>Reads the shared table of external bodies.</summary>
    public static (IReadOnlyList<ExternalBody> Bodies, IReadOnlyList<string> Faults) ReadBodies(
        string json,
        string fileName
    )
    {
        var faults = new JsonFaults(fileName);
        var bodies = faults.Read(
            json,
            f =>
            {
                f.Text("$schema");
                return f.Objects("bodies", Body);
            }
        );
        foreach (var twice in (bodies ?? []).GroupBy(b => b.Key).Where(g => g.Count() > 1))
            faults.Add("$.bodies", $"has “{twice.Key}” twice: keep one");
        return (faults.List.Count == 0 ? bodies! : [], faults.List);
    }

    private static Regulation Regulation(JsonFields f)
    {
        f.Text("$schema");
        return new()
        {
            Code = f.NeededText("code"),
            Version = f.NeededText("version"),
            Title = f.NeededText("title"),
            ValidFrom = f.Day("validFrom") ?? default,
            ValidTo = f.Day("validTo"),
            NextEvaluation = f.Day("nextEvaluation"),
            EvaluationMonths = f.Number("evaluationMonths", 1),
            Organisations = f.Objects("organisations", Organisation),
            Intake = Needed(f, "intake", Intake, new()),
            Terms = f.Objects("terms", Term),
            Extension = f.Object("extension", Extension, new()),
            Reminders = f.Texts("reminders") ?? DefaultReminders,
            SilenceDays = f.Number("silenceDays", 1),
            Escalation = f.Objects("escalation", Escalation),
            EscalateInDoubt = f.Flag("escalateInDoubt"),
            Involve = f.Objects("involve", Involve),
            InformAlways = f.Texts("informAlways", ["next-manager", .. Roles.All]) ?? [],
            Safety = f.Object("safety", Safety, new()),
            Hearing = f.Object("hearing", Hearing, new()),
            Verdict = f.Object("verdict", Verdict, new()),
            Objection = f.Object("objection", Objection, new()),
            External = f.Objects("external", Route),
            ExternalDuringInternal = f.Choice(
                "externalDuringInternal",
                RegulationCodes.DuringInternal,
                "person-decides"
            ),
            BindingAdvice = f.Choice("bindingAdvice", RegulationCodes.BindingAdvice, "none"),
            GapDecider = f.Text("gapDecider"),
            NonCooperation = f.Texts("nonCooperation", RegulationCodes.NonCooperation) ?? [],
            Retention = f.Object("retention", Retention, new()),
            Reports = f.Objects("reports", Report),
            Privacy = f.Object("privacy", Privacy, new()),
            Calendar = f.Object("calendar", Calendar, new()),
            Natures = f.Objects("natures", Nature),
            HandlerKinds = f.Texts("handlerKinds", RegulationCodes.HandlerKinds) ?? [],
            Silences = f.Texts("silences") ?? [],
        };
    }

    private static T Needed<T>(JsonFields f, string name, Func<JsonFields, T> read, T otherwise)
    {
        if (!f.Has(name))
            f.Missing(name);
        return f.Object(name, read, otherwise);
    }

    private static OrganisationRule Organisation(JsonFields f) =>
        new()
        {
            Id = f.NeededText("id"),
            Name = f.NeededText("name"),
            Mailbox = f.Text("mailbox"),
            Services = f.Texts("services", Services.All) ?? [],
            HelpPhone = f.Text("helpPhone"),
            LegalBasis = f.Object(
                "legalBasis",
                b => Services.All.Where(b.Has).ToDictionary(s => s, s => b.NeededChoice(s, RegulationCodes.LegalBases)),
                []
            ),
        };

    private static IntakeRules Intake(JsonFields f) =>
        new()
        {
            OralCounts = f.Flag("oralCounts"),
            Dissatisfaction = f.Flag("dissatisfaction"),
            Tips = f.Flag("tips"),
            Questions = f.Flag("questions"),
            Required = f.Texts("required", RegulationCodes.Required) ?? ["description"],
            Capacities = f.Texts("capacities", RegulationCodes.Capacities) ?? [],
            MandateNeeded = f.Flag("mandateNeeded"),
            WithinInfluence = f.Flag("withinInfluence"),
            Anonymous = f.Choice("anonymous", RegulationCodes.Anonymous, "ask"),
            Late = f.Object(
                "late",
                l => new LateRules(
                    l.Number("months", 1, 120) ?? 2,
                    l.Choice("mode", RegulationCodes.LateModes, "none"),
                    l.Number("answerDays", 1, 90) ?? 14
                ),
                new LateRules()
            ),
            AlreadyExternal = f.Choice("alreadyExternal", RegulationCodes.AlreadyExternal, "person-decides"),
        };

    private static TermRule Term(JsonFields f) =>
        new(
            f.NeededChoice("id", RegulationCodes.Terms),
            f.NeededNumber("count", 1, 400),
            f.NeededChoice("unit", RegulationCodes.Units),
            f.Flag("hard"),
            f.Choice("statutory", Services.All, "") is { Length: > 0 } service ? service : null,
            f.Texts("metBy", RegulationCodes.MetBy) ?? []
        );

    private static ExtensionRules Extension(JsonFields f) =>
        new()
        {
            Allowed = f.Flag("allowed"),
            Weeks = f.Number("weeks", 0, 52) ?? 0,
            Most = f.Number("most", 0, 10) ?? 0,
            NeedsTalk = f.Flag("needsTalk"),
            NeedsReasons = f.Flag("needsReasons"),
            DelayNotice = f.Flag("delayNotice", true),
        };

    private static EscalationRule Escalation(JsonFields f) =>
        new(
            f.NeededChoice("concerns", RegulationCodes.Concerns),
            f.NeededChoice("to", RegulationCodes.EscalateTo),
            f.Flag("replacesHandler")
        );

    private static InvolveRule Involve(JsonFields f) =>
        new(
            f.NeededChoice("signal", RegulationCodes.Signals),
            f.NeededChoice("role", Roles.All),
            f.Flag("atOnce"),
            f.Flag("codeTest")
        );

    private static SafetyRules Safety(JsonFields f) =>
        new()
        {
            ChildAbuse = f.Choice("childAbuse", RegulationCodes.ChildAbuse, "alarm-only"),
            EmployeeOffence = f.Choice("employeeOffence", RegulationCodes.EmployeeOffence, "alarm-only"),
        };

    private static HearingRules Hearing(JsonFields f) =>
        new()
        {
            BothSides = f.Choice("bothSides", RegulationCodes.BothSides, "optional"),
            Waivable = f.Flag("waivable", true),
            NotWaivableForPersons = f.Flag("notWaivableForPersons"),
            JointTalkExpected = f.Flag("jointTalkExpected"),
            MeansNeeded = f.Flag("meansNeeded"),
        };

    private static VerdictRules Verdict(JsonFields f) =>
        new()
        {
            Kinds = f.Texts("kinds", RegulationCodes.Verdicts) ?? new VerdictRules().Kinds,
            Reasons = f.Flag("reasons", true),
            MeasureTerm = f.Flag("measureTerm", true),
            CodeTest = f.Choice("codeTest", RegulationCodes.CodeTests, "none"),
        };

    private static ObjectionRules Objection(JsonFields f) =>
        new()
        {
            DirectorTalk = f.Flag("directorTalk"),
            BeforeExternal = f.Flag("beforeExternal"),
            InviteWorkingDays = f.Number("inviteWorkingDays", 1, 60) ?? 5,
        };

    private static ExternalRoute Route(JsonFields f) =>
        new()
        {
            Body = f.NeededText("body"),
            Services = f.Texts("services", Services.All) ?? [],
            Registration = f.Choice("registration", RegulationCodes.Registrations, "") is { Length: > 0 } r ? r : null,
            UnknownRegistrationServices = f.Texts("unknownRegistrationServices", Services.All) ?? [],
            Direct = f.Texts("direct", RegulationCodes.Direct) ?? [],
            AfterTalk = f.Flag("afterTalk"),
        };

    private static RetentionRules Retention(JsonFields f) =>
        new()
        {
            Months = f.Number("months", 1, 600),
            ByService = f.Flag("byService"),
            RestartsAfterExternal = f.Flag("restartsAfterExternal"),
            LiabilityHolds = f.Flag("liabilityHolds"),
            NeedsApproval = f.Flag("needsApproval"),
        };

    private static ReportRule Report(JsonFields f) =>
        new(
            f.NeededChoice("kind", RegulationCodes.Reports),
            f.Texts("to", RegulationCodes.ReportTo) ?? [],
            f.Choice("via", Roles.All, "") is { Length: > 0 } via ? via : null,
            f.Text("due"),
            f.Texts("services", Services.All) ?? []
        );

    private static PrivacyRules Privacy(JsonFields f) =>
        new() { SharingNotice = f.Flag("sharingNotice"), SmallCell = f.Number("smallCell", 2, 100) ?? 5 };

    private static CalendarRules Calendar(JsonFields f) =>
        new()
        {
            GoodFridayClosed = f.Flag("goodFridayClosed"),
            LiberationDayClosed = f.Flag("liberationDayClosed"),
            ExtraClosed = [.. ReadDays(f, "extraClosed")],
        };

    private static NatureRule Nature(JsonFields f) =>
        new(f.NeededText("code"), f.NeededText("nl"), f.NeededText("en"), f.Texts("words") ?? []);

    private static ExternalBody Body(JsonFields f)
    {
        if (!f.Has("verifiedOn"))
            f.Missing("verifiedOn");
        return new()
        {
            Key = f.NeededText("key"),
            Name = f.NeededText("name"),
            What = f.NeededText("what"),
            WhatEn = f.NeededText("whatEn"),
            Website = f.Text("website"),
            Phone = f.Text("phone"),
            Email = f.Text("email"),
            PostalAddress = f.Text("postalAddress"),
            VerifiedOn = f.Day("verifiedOn") ?? default,
            Source = f.Text("source"),
            StaffOnly = f.Flag("staffOnly"),
            OnlyAdvises = f.Flag("onlyAdvises"),
            Aliases = f.Texts("aliases") ?? [],
        };
    }

    private static IEnumerable<LocalDate> ReadDays(JsonFields f, string name)
    {
        foreach (var text in f.Texts(name) ?? [])
        {
            var parsed = NodaTime.Text.LocalDatePattern.Iso.Parse(text);
            if (parsed.Success)
                yield return parsed.Value;
            else
                f.Fault(name, $"holds “{text}”, but must hold dates such as 2026-12-24");
        }
    }
}
