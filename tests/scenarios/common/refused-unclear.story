# A command without its value, or with one that is not understood, is refused in words that help; nothing is done and no text is lost
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was Kim Bos van De Vlinder onvriendelijk tegen mijn dochter. Ik wil dat dit verandert.
@ 2026-11-24 10:00
reply manager to case-assigned
| behandelaaar: Bart Mulder
letter refused to manager says "ken ik niet. Bedoelt u"
no letter receipt to manager
@ 2026-11-24 10:01
reply manager to case-assigned
| redden: 4
letter refused to manager says "kan niet in een zaak"
no letter receipt to manager
@ 2026-11-24 10:02
reply manager to case-assigned
| locatie:
letter refused to manager says "staat niets. Nodig is: een locatie"
no letter receipt to manager
@ 2026-11-24 10:03
reply manager to case-assigned
| locatie: Nergens
letter refused to manager says "Er is geen locatie “Nergens”"
no letter receipt to manager
@ 2026-11-24 10:04
reply manager to case-assigned
| aard:
letter refused to manager says "Nodig is: de aard van de klacht"
no letter receipt to manager
@ 2026-11-24 10:05
reply manager to case-assigned
| aard: zwemles
letter refused to manager says "De aard “zwemles” staat niet in de lijst"
no letter receipt to manager
@ 2026-11-24 10:06
reply manager to case-assigned
| betreft:
letter refused to manager says "Nodig is: medewerker, leidinggevende"
no letter receipt to manager
@ 2026-11-24 10:07
reply manager to case-assigned
| betreft: de buurman
letter refused to manager says "is niet duidelijk."
no letter receipt to manager
@ 2026-11-24 10:08
reply manager to case-assigned
| behandelaar:
letter refused to manager says "Nodig is: een naam, sleutel of e-mailadres"
no letter receipt to manager
@ 2026-11-24 10:09
reply manager to case-assigned
| behandelaar: Sinterklaas
letter refused to manager says "is niet (of niet als één persoon) bekend"
no letter receipt to manager
@ 2026-11-24 10:10
reply manager to case-assigned
| behandelaar: Kim Bos
letter refused to manager says "mag deze zaak niet behandelen"
no letter receipt to manager
@ 2026-11-24 10:11
reply manager to case-assigned
| notitie:
letter refused to manager says "Nodig is: de notitie"
no letter receipt to manager
@ 2026-11-24 10:12
reply manager to case-assigned
| aan klager:
letter refused to manager says "Nodig is: de tekst"
no letter receipt to manager
@ 2026-11-24 10:13
reply manager to case-assigned
| voortgang:
letter refused to manager says "Nodig is: hoe het ermee staat"
no letter receipt to manager
@ 2026-11-24 10:14
reply manager to case-assigned
| hoor:
letter refused to manager says "Nodig is: wie is gehoord"
no letter receipt to manager
@ 2026-11-24 10:15
reply manager to case-assigned
| hoor: de buurvrouw, 23 november, zij zag het
letter refused to manager says "Wie is gehoord: klager, betrokkene of beiden?"
no letter receipt to manager
@ 2026-11-24 10:16
reply manager to case-assigned
| gesprek:
letter refused to manager says "Nodig is: datum, met wie"
no letter receipt to manager
@ 2026-11-24 10:17
reply manager to case-assigned
| gesprek: 1 december 2026, klager, we praten
letter refused to manager says "moet nog komen"
no letter receipt to manager
@ 2026-11-24 10:18
reply manager to case-assigned
| uitnodigen:
letter refused to manager says "Nodig is: een of meer data"
no letter receipt to manager
@ 2026-11-24 10:19
reply manager to case-assigned
| vraag reactie:
letter refused to manager says "Nodig is: de punten"
no letter receipt to manager
@ 2026-11-24 10:20
reply manager to case-assigned
| afspraak: 1 november 2026, koffie
letter refused to manager says "Een afspraak heeft een datum nodig die nog komt"
no letter receipt to manager
@ 2026-11-24 10:21
reply manager to case-assigned
| toets: gedragscode
letter refused to manager says "welke gedragscode of procedure, en het resultaat"
no letter receipt to manager
@ 2026-11-24 10:22
reply manager to case-assigned
| kwaliteit:
letter refused to manager says "Nodig is: een vraag of toelichting"
no letter receipt to manager
@ 2026-11-24 10:23
reply manager to case-assigned
| opschalen:
letter refused to manager says "Nodig is: een reden"
no letter receipt to manager
@ 2026-11-24 10:24
reply manager to case-assigned
| opschorten:
letter refused to manager says "een reden, eventueel met een datum"
no letter receipt to manager
@ 2026-11-24 10:25
reply manager to case-assigned
| hervatten: verder
letter refused to manager says "De zaak is niet opgeschort"
no letter receipt to manager
@ 2026-11-24 10:26
reply manager to case-assigned
| stoppen:
letter refused to manager says "Nodig is: een reden"
no letter receipt to manager
@ 2026-11-24 10:27
reply manager to case-assigned
| buiten-bereik:
letter refused to manager says "Nodig is: een reden, en waar"
no letter receipt to manager
@ 2026-11-24 10:28
reply manager to case-assigned
| vrijgeven: toch wel
letter refused to manager says "kan pas als de zaak is afgerond"
no letter receipt to manager
@ 2026-11-24 10:29
reply manager to case-assigned
| bewaren tot: 1 januari 2020
letter refused to manager says "is niet aan u in deze zaak"
no letter receipt to manager
@ 2026-11-24 10:30
reply manager to case-assigned
| splitsen:
letter refused to manager says "het deel dat een eigen zaak wordt"
no letter receipt to manager
@ 2026-11-24 10:31
reply manager to case-assigned
| extern:
letter refused to manager says "Nodig is: de instantie en de datum"
no letter receipt to manager
@ 2026-11-24 10:32
reply manager to case-assigned
| extern-uitspraak: gegrond, 20 november
letter refused to manager says "ligt niet bij een externe instantie"
no letter receipt to manager
@ 2026-11-24 10:33
reply manager to case-assigned
| voorleggen:
letter refused to manager says "De regeling “Klachtenregeling" says "kent “voorleggen” niet"
no letter receipt to manager
@ 2026-11-24 10:34
reply manager to case-assigned
| antwoord voorzitter: ja
letter refused to manager says "kent “antwoord voorzitter” niet"
no letter receipt to manager
@ 2026-11-24 10:35
reply manager to case-assigned
| bezwaar: niet eens
letter refused to manager says "kent geen gesprek met de"
no letter receipt to manager
@ 2026-11-24 10:36
reply manager to case-assigned
| gemachtigd: misschien
letter refused to manager says "Is de klager gemachtigd, ja of nee?"
no letter receipt to manager
@ 2026-11-24 10:39
reply manager to case-assigned
| oordeel: gegrond
letter refused to manager says "Een oordeel heeft een motivering nodig"
no letter receipt to manager
@ 2026-11-24 10:40
reply manager to case-assigned
| motivering: Het klopte niet.
letter refused to manager says "hoort bij een oordeel"
no letter receipt to manager
@ 2026-11-24 10:41
reply manager to case-assigned
| maatregel: bellen, uiterlijk 1 februari, manager
letter refused to manager says "Een maatregel hoort bij een oordeel"
no letter receipt to manager
@ 2026-11-24 10:42
reply manager to case-assigned
| maatregel klaar: 1, 20 november
letter refused to manager says "Er staat geen maatregel open"
no letter receipt to manager
@ 2026-11-24 10:43
reply manager to case-assigned
| akkoord
letter refused to manager says "Er ligt niets klaar om goed te keuren"
no letter receipt to manager
@ 2026-11-24 10:44
reply manager to case-assigned
| verlengen: reden: drukte
letter refused to manager says "Wanneer is de verlenging met de klager besproken"
no letter receipt to manager
@ 2026-11-24 10:45
reply manager to case-assigned
| verlengen: 23 november
letter refused to manager says "Waarom is meer tijd nodig"
no letter receipt to manager
@ 2026-11-24 10:46
reply manager to case-assigned
| verlengen: 1 december 2026, reden: drukte
letter refused to manager says "bespreek de verlenging eerst"
no letter receipt to manager
@ 2026-11-24 10:47
reply manager to case-assigned
| vertraging: drukte
letter refused to manager says "Wanneer verwacht u klaar te zijn"
no letter receipt to manager
@ 2026-11-24 10:48
reply manager to case-assigned
| vertraging: 11 januari 2027
letter refused to manager says "Waarom duurt het langer"
no letter receipt to manager
@ 2026-11-24 10:49
reply manager to case-assigned
| gepost: 23 november, per post
letter refused to manager says "Er is geen brief aan de klager die niet kon worden bezorgd"
no letter receipt to manager
@ 2026-11-24 10:50
reply manager to case-assigned
| les:
letter refused to manager says "wat de organisatie ervan leert"
no letter receipt to manager
@ 2026-11-24 10:51
reply manager to case-assigned
| relatie: wie weet
letter refused to manager says "Is het vertrouwen hersteld"
no letter receipt to manager
@ 2026-11-24 10:52
reply manager to case-assigned
| heropen: nieuw feit
letter refused to manager says "kan pas als de zaak is afgerond"
no letter receipt to manager
@ 2026-11-24 10:53
reply manager to case-assigned
| oordeel:
letter refused to manager says "Achter “oordeel” staat geen oordeel"
no letter receipt to manager
case stage = assigned
