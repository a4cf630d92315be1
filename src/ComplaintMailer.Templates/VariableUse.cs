namespace ComplaintMailer.Templates;

/// <summary>A name a template expects of its model, as a path from the top: <c>case.handler.name</c>.</summary>
public sealed record VariableUse(string Path, int Line, int Column);
