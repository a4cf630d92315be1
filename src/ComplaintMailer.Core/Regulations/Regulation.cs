using NodaTime;

namespace ComplaintMailer.Core.Regulations;

/// <summary>
/// A complaints regulation as data: one JSON file per version. Where a text is silent the pack says so with null and a default stands in code;
/// <see cref="Silences"/> lists what was filled in that way.
/// </summary>
public sealed record Regulation
{
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required string Title { get; init; }
    public LocalDate ValidFrom { get; init; }
    public LocalDate? ValidTo { get; init; }

    /// <summary>When the regulation is to be evaluated; null when the text sets no date.</summary>
    public LocalDate? NextEvaluation { get; init; }

    /// <summary>Months from one evaluation to the next.</summary>
    public int? EvaluationMonths { get; init; }
    public IReadOnlyList<OrganisationRule> Organisations { get; init; } = [];
    public required IntakeRules Intake { get; init; }
    public required IReadOnlyList<TermRule> Terms { get; init; }
    public ExtensionRules Extension { get; init; } = new();

    /// <summary><c>50%</c>, <c>75%</c>, <c>-5wd</c>, <c>workBy</c>.</summary>
    public IReadOnlyList<string> Reminders { get; init; } = ["50%", "75%", "-5wd", "workBy"];

    /// <summary>After so many days without a letter to the complainant the handler is asked to write one; null: never asked.</summary>
    public int? SilenceDays { get; init; }
    public IReadOnlyList<EscalationRule> Escalation { get; init; } = [];

    /// <summary>Ask the handler whether to escalate; no answer before the contact term, or doubt, escalates.</summary>
    public bool EscalateInDoubt { get; init; }
    public IReadOnlyList<InvolveRule> Involve { get; init; } = [];

    /// <summary>Who is told of every complaint: <c>next-manager</c> or a role.</summary>
    public IReadOnlyList<string> InformAlways { get; init; } = [];
    public SafetyRules Safety { get; init; } = new();
    public HearingRules Hearing { get; init; } = new();
    public VerdictRules Verdict { get; init; } = new();
    public ObjectionRules Objection { get; init; } = new();
    public IReadOnlyList<ExternalRoute> External { get; init; } = [];

    /// <summary><c>end</c> or <c>person-decides</c>.</summary>
    public string ExternalDuringInternal { get; init; } = "person-decides";

    /// <summary><c>both-consent</c>, <c>body-rule</c> or <c>none</c>.</summary>
    public string BindingAdvice { get; init; } = "none";

    /// <summary>The body whose chair decides where the regulation is silent.</summary>
    public string? GapDecider { get; init; }

    /// <summary>What may be done when a complainant does not cooperate: <c>suspend</c>, <c>stop</c>.</summary>
    public IReadOnlyList<string> NonCooperation { get; init; } = [];
    public RetentionRules Retention { get; init; } = new();
    public IReadOnlyList<ReportRule> Reports { get; init; } = [];
    public PrivacyRules Privacy { get; init; } = new();
    public CalendarRules Calendar { get; init; } = new();

    /// <summary>Natures a complaint can have in this regulation: code → words.</summary>
    public IReadOnlyList<NatureRule> Natures { get; init; } = [];

    /// <summary>Kinds of handler this regulation names (Fluks: location manager, director, pedagogy and quality).</summary>
    public IReadOnlyList<string> HandlerKinds { get; init; } = [];

    /// <summary>What this text leaves open and which default is used, for people.</summary>
    public IReadOnlyList<string> Silences { get; init; } = [];
}

/// <summary>An organisation the regulation names, with what the text says of it alone.</summary>
public sealed record OrganisationRule
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Mailbox { get; init; }
    public IReadOnlyList<string> Services { get; init; } = [];
    public string? HelpPhone { get; init; }

    /// <summary>The law per service: <c>wko</c> binding, <c>wkkgz-voluntary</c> followed by choice; left out: none named.</summary>
    public IReadOnlyDictionary<string, string> LegalBasis { get; init; } = new Dictionary<string, string>();
}

public sealed record IntakeRules
{
    public bool OralCounts { get; init; }

    /// <summary>The regulation knows displeasure short of a complaint; <see cref="Tips"/> and <see cref="Questions"/> likewise.</summary>
    public bool Dissatisfaction { get; init; }
    public bool Tips { get; init; }
    public bool Questions { get; init; }

    /// <summary><c>description</c>, <c>desired</c>, <c>name</c>, <c>contact</c>, <c>what</c>, <c>where</c>, <c>when</c>, <c>who</c>.</summary>
    public IReadOnlyList<string> Required { get; init; } = ["description"];

    /// <summary>Who may complain; empty: anybody.</summary>
    public IReadOnlyList<string> Capacities { get; init; } = [];

    /// <summary>Acting for another needs a mandate.</summary>
    public bool MandateNeeded { get; init; }
    public bool WithinInfluence { get; init; }

    /// <summary><c>ask</c>, <c>handle</c>, <c>suspend</c>, <c>person-decides</c>.</summary>
    public string Anonymous { get; init; } = "ask";
    public LateRules Late { get; init; } = new();

    /// <summary><c>refuse</c> or <c>person-decides</c>: a person decides either way, this is what is proposed.</summary>
    public string AlreadyExternal { get; init; } = "person-decides";
}

/// <param name="Mode"><c>none</c>, <c>reasonable</c>, <c>explain</c> or <c>bar</c>.</param>
public sealed record LateRules(int Months = 2, string Mode = "none", int AnswerDays = 14);

/// <summary>A term: so many working days, weeks or months after day zero.</summary>
/// <param name="Id"><c>ack</c>, <c>contact</c>, <c>contact-week</c>, <c>contact-parties</c>, <c>handler-notice</c>, <c>target</c>, <c>final</c>.</param>
/// <param name="Unit"><c>working-days</c>, <c>weeks</c> or <c>months</c>.</param>
/// <param name="Hard">Missing it breaks the regulation; else it is an aim.</param>
/// <param name="Statutory">The service for which a law sets this term too, so that a legal limit is kept; null: none.</param>
/// <param name="MetBy">Letter kinds or events that meet it: <c>acknowledgement</c>, <c>handler-notice</c>, <c>contact</c>, <c>verdict</c>.</param>
public sealed record TermRule(
    string Id,
    int Count,
    string Unit,
    bool Hard,
    string? Statutory,
    IReadOnlyList<string> MetBy
);

public sealed record ExtensionRules
{
    public bool Allowed { get; init; }
    public int Weeks { get; init; }
    public int Most { get; init; }
    public bool NeedsTalk { get; init; }
    public bool NeedsReasons { get; init; }

    /// <summary>The regulation knows telling about delay, which moves nothing.</summary>
    public bool DelayNotice { get; init; } = true;
}

/// <param name="Concerns"><c>manager</c>, <c>director</c>, <c>board</c> or <c>policy</c>.</param>
/// <param name="To"><c>next-manager</c>, <c>director</c>, <c>board</c>, <c>supervisory-board</c>.</param>
public sealed record EscalationRule(string Concerns, string To, bool ReplacesHandler);

/// <param name="Signal">Code of the signal.</param>
/// <param name="Role">Who is involved once it is confirmed, or at once.</param>
/// <param name="AtOnce">Without waiting for confirmation.</param>
/// <param name="CodeTest">A test against the code of conduct is due before a verdict.</param>
public sealed record InvolveRule(string Signal, string Role, bool AtOnce, bool CodeTest);

public sealed record SafetyRules
{
    /// <summary><c>close-reporting-code</c> or <c>alarm-only</c>.</summary>
    public string ChildAbuse { get; init; } = "alarm-only";

    /// <summary><c>close-reporting-duty</c>, <c>hr-open</c> or <c>alarm-only</c>.</summary>
    public string EmployeeOffence { get; init; } = "alarm-only";
}

public sealed record HearingRules
{
    /// <summary><c>always</c>, <c>persons-only</c> or <c>optional</c>.</summary>
    public string BothSides { get; init; } = "optional";

    /// <summary>A reason may take the place of a hearing.</summary>
    public bool Waivable { get; init; } = true;

    /// <summary>No reason may take its place where an employee's professional conduct is concerned.</summary>
    public bool NotWaivableForPersons { get; init; }

    /// <summary>A joint talk is expected; not holding one needs a reason.</summary>
    public bool JointTalkExpected { get; init; }

    /// <summary>At least one means of investigation (hearing or file study) must stand in the file before a verdict.</summary>
    public bool MeansNeeded { get; init; }
}

public sealed record VerdictRules
{
    /// <summary>Codes: <c>founded</c>, <c>partly-founded</c>, <c>unfounded</c>, <c>no-verdict</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = ["founded", "partly-founded", "unfounded"];
    public bool Reasons { get; init; } = true;

    /// <summary>Every measure needs a date.</summary>
    public bool MeasureTerm { get; init; } = true;

    /// <summary><c>persons-only</c>, <c>hr</c> or <c>none</c>: when a test against codes of conduct and procedures is due first.</summary>
    public string CodeTest { get; init; } = "none";
}

public sealed record ObjectionRules
{
    /// <summary>The complainant may ask for a talk with the directors.</summary>
    public bool DirectorTalk { get; init; }
    public bool BeforeExternal { get; init; }
    public int InviteWorkingDays { get; init; } = 5;
}

/// <summary>An external body and when it is named.</summary>
public sealed record ExternalRoute
{
    /// <summary>Key of the body in the shared table of bodies.</summary>
    public required string Body { get; init; }

    /// <summary>Empty: every service.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Registration of the professional concerned that makes this route open: <c>SKJ</c>, <c>BIG</c>; null: plays no part.</summary>
    public string? Registration { get; init; }

    /// <summary>Named also while the registration is not known, for these services.</summary>
    public IReadOnlyList<string> UnknownRegistrationServices { get; init; } = [];

    /// <summary>When one may go there at once: <c>unreasonable</c>, <c>after-6-weeks</c>, <c>certain-cases</c>, <c>always</c>.</summary>
    public IReadOnlyList<string> Direct { get; init; } = [];

    /// <summary>Only after the talk with the directors.</summary>
    public bool AfterTalk { get; init; }
}

/// <summary>An external body with how to reach it and when that was last checked.</summary>
public sealed record ExternalBody
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string What { get; init; }
    public required string WhatEn { get; init; }
    public string? Website { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? PostalAddress { get; init; }
    public required LocalDate VerifiedOn { get; init; }

    /// <summary>Where the data were taken from.</summary>
    public string? Source { get; init; }

    /// <summary>Informs and mediates: turning to it is not yet filing a complaint elsewhere.</summary>
    public bool OnlyAdvises { get; init; }

    /// <summary>Named to staff only, never in a letter to a complainant.</summary>
    public bool StaffOnly { get; init; }

    /// <summary>Words by which mails and commands name it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

public sealed record RetentionRules
{
    /// <summary>Null: the text gives no number; the organisation's own is used, and failing that the default.</summary>
    public int? Months { get; init; }

    /// <summary>The term hangs on the law for the file of that service; the organisation must fill it in.</summary>
    public bool ByService { get; init; }

    /// <summary>Begins again when both parties accept the advice of an external body.</summary>
    public bool RestartsAfterExternal { get; init; }
    public bool LiabilityHolds { get; init; }

    /// <summary>Nothing is destroyed before somebody has approved the list; else silence is consent.</summary>
    public bool NeedsApproval { get; init; }
    public const int DefaultMonths = 18;
}

/// <param name="Kind"><c>weekly-board</c>, <c>quarterly</c>, <c>four-monthly</c>, <c>periodic</c>, <c>statutory-childcare</c>, <c>public-external</c>, <c>late</c>.</param>
/// <param name="To">Roles, or <c>supervisors</c>, <c>parents</c>, <c>parents-committees</c>, <c>website</c>.</param>
/// <param name="Via">The role that releases it first; null: sent at once.</param>
/// <param name="Due">Month and day (<c>05-31</c>) by which it must be out.</param>
/// <param name="Services">Only for organisations with such a service; empty: all.</param>
public sealed record ReportRule(
    string Kind,
    IReadOnlyList<string> To,
    string? Via,
    string? Due,
    IReadOnlyList<string> Services
);

public sealed record PrivacyRules
{
    /// <summary>Filing in writing means that the content is shared with those concerned; the acknowledgement says so.</summary>
    public bool SharingNotice { get; init; }
    public int SmallCell { get; init; } = 5;
}

public sealed record CalendarRules
{
    /// <summary>Good Friday is a closed day.</summary>
    public bool GoodFridayClosed { get; init; }

    /// <summary>5 May is closed every year, not only in years divisible by five.</summary>
    public bool LiberationDayClosed { get; init; }
    public IReadOnlyList<LocalDate> ExtraClosed { get; init; } = [];
}

/// <param name="Words">Words that point to this nature, for a proposal.</param>
public sealed record NatureRule(string Code, string Nl, string En, IReadOnlyList<string> Words);
