using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Letters;

/// <summary>Where somebody can go outside the organisation with this very case, and when.</summary>
internal static class RoutesModel
{
    public static Dictionary<string, object?> Of(LetterMatter matter)
    {
        var open = matter
            .Regulation.External.Where(r => IsOpen(matter, r))
            .Select(r => (Route: r, Body: matter.Bodies.FirstOrDefault(b => b.Key == r.Body)))
            .Where(r => r.Body is { StaffOnly: false })
            .ToList();
        var direct = open.FirstOrDefault(r => r.Route.Direct.Count > 0);
        var talkFirst =
            matter.Regulation.Objection is { DirectorTalk: true, BeforeExternal: true }
            && matter.Case?.Objection?.TalkOn is null
            && matter.Case?.Objection?.Result is null;
        var final = matter.Case?.Term("final");
        return new()
        {
            ["bodies"] = open.Select(r => Body(matter, r.Route, r.Body!, talkFirst)).ToList<object?>(),
            ["talk_first"] = talkFirst,
            // A complaint about the directors is not talked over with the directors.
            ["talk_board"] = matter.Case?.Concerns == "director",
            ["direct_body"] = direct.Body?.Name,
            ["direct_always"] = direct.Route?.Direct.Contains("always") ?? false,
            ["direct_unreasonable"] = direct.Route?.Direct.Contains("unreasonable") ?? false,
            ["direct_certain"] = direct.Route?.Direct.Contains("certain-cases") ?? false,
            ["direct_late"] = direct.Route?.Direct.Any(d => d is "after-6-weeks" or "always") ?? false,
            // The law's six weeks run whatever the regulation adds to them.
            // Once it has ended, nobody needs to know what to do without a decision.
            ["open_from"] =
                final is null || matter.Case is not { Verdict: null, IsOpen: true }
                    ? null
                    : matter.Date((final.FirstDue ?? final.Due).PlusDays(1)),
            ["staff"] = matter.IsToStaff
                ? matter.Bodies.Where(b => b.StaffOnly).Select(b => Body(matter, null, b, false)).ToList<object?>()
                : [],
        };
    }

    public static string? Name(LetterMatter matter, string? key) =>
        matter.Bodies.FirstOrDefault(b => b.Key == key)?.Name ?? key;

    private static bool IsOpen(LetterMatter matter, ExternalRoute route)
    {
        var service = matter.Case?.Service;
        var services = service is null
            ? matter.Organisation.Locations.Select(l => l.Service).Distinct().ToList()
            : [service];
        if (route.Services.Count > 0 && !route.Services.Any(services.Contains))
            return false;
        if (route.Registration is null)
            return true;
        return matter.Case?.Registration is { } registration
            ? registration == route.Registration
            : route.UnknownRegistrationServices.Any(services.Contains);
    }

    private static Dictionary<string, object?> Body(
        LetterMatter matter,
        ExternalRoute? route,
        ExternalBody body,
        bool talkFirst
    ) =>
        new()
        {
            ["name"] = body.Name,
            ["what"] = matter.Language == "nl" ? body.What : body.WhatEn,
            ["website"] = body.Website,
            ["site"] = Reach.Site(body.Website),
            ["phone"] = body.Phone,
            ["tel"] = Reach.Tel(body.Phone),
            ["email"] = body.Email,
            ["postal_address"] = body.PostalAddress,
            ["after_talk"] = route?.AfterTalk == true && talkFirst,
        };
}
