namespace ComplaintMailer.Demo;

/// <summary>What people write in the demo. {0} is the location.</summary>
internal static class DemoTexts
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "Sanne Bakker",
        "Ahmed El Idrissi",
        "Eva Prins",
        "Tom Visser",
        "Grace Miller",
        "Noor Jansen",
        "Piotr Kowalski",
        "Fatima Demir",
        "Lotte Kuiper",
        "Daan Smits",
        "Iris de Wit",
        "Mohamed Aziz",
        "Julia van den Berg",
        "Ravi Sharma",
        "Emma Post",
        "Sem de Groot",
        "Yara Haddad",
        "Bram Vos",
        "Lisa Dekker",
        "Chen Wang",
    ];

    public static IReadOnlyList<(string Subject, string Text)> Complaints { get; } =
    [
        (
            "Klacht over {0}",
            "Goedemorgen,\n\nVorige week waren wij bij {0}. We hadden een afspraak, maar er was niemand. Toen ik belde, werd er kortaf gedaan. Ik wil graag dat iemand ons belt en dat dit niet meer gebeurt.\n\nMet vriendelijke groet,\n{1}\n06 12345678"
        ),
        (
            "Weer te laat",
            "Beste mensen,\n\nVoor de derde keer was {0} later open dan afgesproken. Niemand had ons iets gemeld. Ik wil dat we voortaan op tijd bericht krijgen.\n\nGroeten,\n{1}\n06 23456789"
        ),
        (
            "onvriendelijke medewerker",
            "Een medewerker van {0} deed vandaag erg onbeschoft tegen mij waar iedereen bij was. Ik wil excuses.\n\n{1}, 06 34567890"
        ),
        (
            "Contract veranderd zonder overleg",
            "Hallo,\n\nDe uren in ons contract met {0} zijn veranderd zonder dat iemand het ons vroeg. Ik wil mijn oude uren terug.\n\n{1}\n06 45678901"
        ),
        (
            "Geen antwoord",
            "Ik heb {0} nu vier keer gebeld en krijg nooit antwoord. Ik wil graag een vast telefoonnummer waar ik terecht kan.\n\nVriendelijke groet,\n{1}\n06 56789012"
        ),
        (
            "Complaint about {0}",
            "Hello,\n\nNobody told us that {0} would be closed last Friday. I had to take a day off. I would like you to tell us in time, and an apology.\n\nKind regards,\n{1}\n06 67890123"
        ),
        (
            "Vies",
            "Toen wij bij {0} kwamen was het vuil en lag er afval op de vloer. Ik wil dat er beter wordt schoongemaakt.\n\n{1}\n06 78901234"
        ),
        ("Klacht", "Ik ben erg ontevreden over de begeleiding bij {0}. Afspraken worden niet nagekomen.\n\n{1}"),
        (
            "Schade",
            "Bij {0} is mijn bril kapotgegaan door een medewerker. Ik stel u aansprakelijk voor de schade en wil dat deze wordt vergoed.\n\n{1}\n06 89012345"
        ),
        (
            "zorgen",
            "Ik zag gisteren striemen op de rug van mijn zoon toen ik hem bij {0} ophaalde. Ik maak me grote zorgen. Ik wil weten wat er is gebeurd.\n\n{1}\n06 90123456"
        ),
        (
            "locatiemanager {0}",
            "Mijn klacht gaat over de locatiemanager zelf van {0}. Zij heeft mij weggestuurd toen ik een vraag had. Ik wil excuses.\n\n{1}\n06 11223344"
        ),
    ];
}
