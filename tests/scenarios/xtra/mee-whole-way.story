# MEE ZHN: a complaint about a manager that the directors handle, late and told so; a talk; the committee of Xtra, with its ruling; and the files of support are
# kept for fifteen years
clauses: XTRA-4c.3 XTRA-4d.3 XTRA-5.1 XTRA-6.5 XTRA-6.7 XTRA-6.8 XTRA-8.9 XTRA-9.1
organisation: meezhn

@ 2026-11-12 10:00
mail Rob Kuiper <rob@thuis.example>: klacht cliëntondersteuning
| De leidinggevende van De Vlinder, J. de Vries, heeft mij op 2 november 2026 aan de telefoon afgesnauwd en mijn aanvraag zonder uitleg stopgezet. Ik wil excuses.
|
| Rob Kuiper
| 06 87654321
no letter to manager
letter acknowledgement to rob@thuis.example says "Peter Smit" says "donderdag 24 december 2026" says "na 15 jaar" not "Geschillencommissie"
letter case-assigned to director
case concerns = manager
case terms.ack.due = 2026-11-19

@ 2026-11-18 10:00
reply director to case-assigned
| hoor: klager, 16 november, telefonisch
| hoor: betrokkene, 18 november, gesprek
| toets: gedragscode, nageleefd
letter receipt to director
@ 2026-12-21 10:00
reply director to case-assigned
| vertraging: 11 januari 2027, een getuige is op vakantie
letter delay to rob@thuis.example says "maandag 11 januari 2027" says "donderdag 24 december 2026"
case terms.final.due = 2026-12-24
@ 2026-12-25 09:00
letter overdue to quality
letter overdue to board
no letter term-passed
case terms.final.state = missed
@ 2027-01-08 10:00
reply director to case-assigned
| oordeel: ongegrond
| motivering: De aanvraag is volgens de regels beëindigd.
| antwoord op wens: U kunt opnieuw een aanvraag doen.
@ 2027-01-08 11:00
reply director to verdict-preview
| akkoord
letter verdict to rob@thuis.example says "Externe Klachtencommissie Xtra" says "na het gesprek" not "Geschillencommissie" not "SKJ"
case terms.final.met = 2027-01-08
case keepUntil = 2042-01-08

@ 2027-01-14 10:00
reply rob@thuis.example to verdict
| Ik ben het hier niet mee eens.
letter objection to rob@thuis.example says "donderdag 21 januari 2027"
letter objection to director
@ 2027-01-15 10:00
reply director to objection
| bezwaar: 21 januari 2027, 14 uur, kantoor
letter talk-invitation to rob@thuis.example says "donderdag 21 januari 2027"
@ 2027-01-21 16:00
reply director to objection
| bezwaar: uitkomst: we blijven bij het oordeel
letter talk-outcome to rob@thuis.example says "klachtencommissie@xtra.nl"
case stage = closed
@ 2027-01-22 10:00
reply rob@thuis.example to talk-outcome
| Ik ben nog steeds niet tevreden. Waar kan ik heen?
letter external-routes to rob@thuis.example says "klachtencommissie@xtra.nl" says "Met wie van ons u sprak" says "waarom dat niet genoeg is" says "kopie"

@ 2027-02-02 10:00
reply director to objection
| extern: Externe Klachtencommissie Xtra, 1 februari 2027
letter clerk-extract to clerk says "er was een gesprek met de directie" says "we blijven bij het oordeel"
case keepUntil = null
@ 2027-04-01 12:00
letter report to quality says "Externe Klachtencommissie Xtra"
letter report to director
letter report to board
letter report to rvt not "Rob"
@ 2027-04-16 10:00
reply director to objection
| extern-uitspraak: deels gegrond, 15 april 2027
| De commissie vindt dat er uitleg had moeten komen.
letter receipt to director
no letter binding-consent
case external.ruling = partly-founded
case keepUntil = 2042-04-15
