# JESS: about a registered youth professional, who is not thereby before SKJ already; judged, talked over with the directors, then brought to SKJ; and the file
# is kept from its ruling on
clauses: XTRA-4c.2 XTRA-4d.2 XTRA-5.2 XTRA-6.3 XTRA-6.4 XTRA-8.9
organisation: jess

@ 2026-11-12 10:00
mail Fatima El Idrissi <fatima@gezin.example>: Klacht over jongerenwerker
| Op 4 november 2026 heeft jeugdhulpverlener Sem de Wit (SKJ-geregistreerd) van De Vlinder mijn zoon onbeschoft behandeld en zijn privégegevens met zijn vrienden gedeeld. Ik wil excuses en een andere begeleider.
|
| Fatima El Idrissi
| 06 12345678
letter acknowledgement to fatima@gezin.example says "donderdag 24 december 2026" not "Geschillencommissie"
no letter signal
case signals lacks already-external
case eventDate = 2026-11-04
@ 2026-11-19 10:00
reply manager to case-assigned
| betreft: medewerker, Sem de Wit, SKJ
| hoor: klager, 17 november, telefonisch
| hoor: betrokkene, 18 november, gesprek
| toets: gedragscode, privacy niet nageleefd
letter receipt to manager
@ 2026-12-03 09:00
letter digest to manager
@ 2026-12-22 09:00
letter reminder to quality
@ 2026-12-22 10:00
reply manager to case-assigned
| oordeel: deels gegrond
| motivering: Gegevens zijn gedeeld; onbeschoft gedrag stond niet vast.
| antwoord op wens: U krijgt excuses en een andere begeleider.
| maatregel: gesprek over privacy met het team, uiterlijk 15 januari 2027, Joke de Vries
@ 2026-12-22 11:00
reply manager to verdict-preview
| akkoord
letter verdict to fatima@gezin.example says "tuchtrecht.skjeugd.nl" says "Jeugdstem" says "Externe Klachtencommissie Xtra" says "na het gesprek"
case terms.final.met = 2026-12-22
@ 2026-12-23 10:00
reply fatima@gezin.example to verdict
| Ik ben het niet eens met uw oordeel. Ik wil met de directie praten.
letter objection to fatima@gezin.example says "donderdag 31 december 2026"
letter objection to director
@ 2027-01-06 15:00
reply director to objection
| bezwaar: 6 januari 2027, uitkomst: we houden het oordeel
letter talk-outcome to fatima@gezin.example says "tuchtrecht.skjeugd.nl" says "klachtencommissie@xtra.nl"
@ 2027-01-08 09:00
letter measure-check to manager
@ 2027-01-11 10:00
reply fatima@gezin.example to talk-outcome
| Ik heb mijn klacht nu ingediend bij SKJ.
letter signal to manager says "SKJ"
@ 2027-01-12 10:00
reply manager to signal
| extern: SKJ, 11 januari 2027
no letter clerk-extract
case stage = external
case keepUntil = null
@ 2027-04-01 12:00
letter report to quality says "Stichting Kwaliteitsregister Jeugd (SKJ)" not "Fatima" not "Sem"
@ 2027-05-04 11:00
reply manager to signal
| extern-uitspraak: ongegrond, 3 mei 2027
| Het college ziet geen tuchtrechtelijk verwijt.
case stage = closed
case keepUntil = 2028-11-03
@ 2028-10-04 10:00
letter destruction-list to quality says "vrijdag 3 november 2028"
@ 2028-11-03 10:00
letter destruction-done to quality
case stage = purged
