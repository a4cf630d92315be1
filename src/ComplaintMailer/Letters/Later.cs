namespace ComplaintMailer.Letters;

/// <summary>A value of a model that is made when a template asks for it: most letters ask for little of what there is.</summary>
internal sealed class Later(Func<object?> make)
{
    private readonly Lazy<object?> value = new(make, LazyThreadSafetyMode.None);

    public object? Value => value.Value;
}
