using AngleSharp.Dom;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>What of a page is seen, by the style sheets in it and the styles of its elements.</summary>
internal sealed class Visibility
{
    private readonly StyleSheet sheet = new();

    public static Visibility Of(IDocument document)
    {
        var visibility = new Visibility();
        foreach (var style in document.GetElementsByTagName("style"))
        {
            var media = style.GetAttribute("media")?.Trim() ?? "";
            var isForAll =
                media.Length == 0
                || media.Equals("all", StringComparison.OrdinalIgnoreCase)
                || media.Equals("screen", StringComparison.OrdinalIgnoreCase);
            visibility.sheet.Add(style.TextContent, conditional: !isForAll);
        }
        return visibility;
    }

    /// <summary>Nothing of it or within it is seen.</summary>
    /// <param name="inherited">How the words around it are hidden; changed into how those within are.</param>
    public bool IsGone(IElement element, ref Unseen inherited)
    {
        if (element.HasAttribute("hidden"))
            return true;
        var declared = Declared(element);
        inherited &= ~(declared.Shown & Unseen.Inherited);
        inherited |= declared.Hidden & Unseen.Inherited;
        if (element.LocalName == "font" && element.HasAttribute("size"))
            inherited &= ~Unseen.Size;
        var hidden = declared.Hidden;
        // A link “not in Outlook” is the button all others see.
        if (element.LocalName == "a")
            hidden &= ~Unseen.Office;
        return (hidden & (Unseen.Display | Unseen.Opacity | Unseen.Office)) != Unseen.None
            || (hidden & (Unseen.Flat | Unseen.CutOff)) == (Unseen.Flat | Unseen.CutOff);
    }

    /// <summary>The element's own style outweighs the sheet's.</summary>
    private StyleDeclarations Declared(IElement element)
    {
        var own = StyleDeclarations.Read(element.GetAttribute("style"));
        if (sheet.IsEmpty)
            return own;
        var given = Given(element);
        return new((given.Hidden & ~given.Shown & ~own.Shown) | own.Hidden, own.Shown | (given.Shown & ~own.Hidden));
    }

    private StyleDeclarations Given(IElement element)
    {
        var name = element.LocalName;
        var given = sheet[name];
        if (element.Id is { Length: > 0 } id)
            given = given.And(sheet["#" + id]).And(sheet[name + "#" + id]);
        if (element.ClassName is not { Length: > 0 } classes)
            return given;
        foreach (var one in classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            given = given.And(sheet["." + one]).And(sheet[name + "." + one]);
        return given;
    }
}
