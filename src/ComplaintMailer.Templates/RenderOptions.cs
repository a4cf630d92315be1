namespace ComplaintMailer.Templates;

/// <summary>Finds what a template includes; null when there is no such template.</summary>
public delegate Template? TemplateLoader(string name);

/// <summary>How strict to be, and how much a template may use. The defaults suit letters.</summary>
public sealed record RenderOptions
{
    public static RenderOptions Default { get; } = new();

    /// <summary>An unknown top-level variable is an error. When false it is null, and <see cref="OnUnknown"/> is told.</summary>
    public bool StrictVariables { get; init; } = true;

    /// <summary>An unknown member of a known object is an error. When false it is null, and <see cref="OnUnknown"/> is told.</summary>
    public bool StrictMembers { get; init; }

    /// <summary>A member of nothing (<c>a.b</c> where <c>a</c> is null) is null, as if <c>?.</c> had been written.</summary>
    public bool RelaxedTargets { get; init; }

    /// <summary>Told of every unknown name that was let pass as null.</summary>
    public Action<TemplateException>? OnUnknown { get; init; }

    /// <summary>A value of several lines is indented like the first, where only white space stands before its <c>{{</c>.</summary>
    public bool AutoIndent { get; init; } = true;

    /// <summary>Language of day and month names, <c>en</c> or <c>nl</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What <c>date.now</c> says. Null: the system's clock.</summary>
    public DateTime? Now { get; init; }

    /// <summary>Rounds of all loops, calls of functions and items made, together, in one rendering.</summary>
    public int StepLimit { get; init; } = 100_000;

    /// <summary>Functions and includes within one another.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>Characters of the output, and of any one text on the way.</summary>
    public int TextLimit { get; init; } = 4 * 1024 * 1024;
}
