namespace ComplaintMailer.Templates;

/// <summary>Text that is HTML already and is not escaped again: of <c>html.raw</c>, <c>capture</c>, a function or an included HTML template.</summary>
public sealed record SafeText(string Text)
{
    public override string ToString() => Text;
}
