# On a telephone between two meetings: a word is enough, and what is not enough is said
clauses: MIK-6.2C.3
organisation: mik

@ 2026-11-13 16:40
mail Eva Prins <eva@gezin.example>: De Vlinder
| Op 2 november 2026 is mijn dochter bij De Vlinder zonder jas naar buiten gestuurd.

@ 2026-11-17 10:00
reply manager to case-assigned
| Gebeld, geen gehoor.
letter receipt to manager says "Contact is er daarmee nog niet"
case terms.contact.state = running

@ 2026-11-19 10:00
reply manager to case-assigned
| Gebeld op 18 november, procedure uitgelegd.
letter receipt to manager says "woensdag 18 november 2026"
case terms.contact.met = 2026-11-18

@ 2026-12-01 10:00
reply manager to case-assigned
| hoor: klager, 18 november, telefonisch
| hoor: betrokkene, 20 november, gesprek
| oordeel: gegrond
| motivering: Niemand keek of alle kinderen een jas aanhadden.
| maatregel: jassencontrole bij de deur, uiterlijk 1 februari 2027, manager
letter verdict-preview to manager says "jassencontrole bij de deur (klaar uiterlijk maandag 1 februari 2027)"
@ 2026-12-01 11:00
reply manager to verdict-preview
| Ok, akkoord
letter receipt to manager says "nog niet verstuurd"
no letter verdict
@ 2026-12-01 12:00
reply manager to verdict-preview
| Akkoord
letter verdict to eva@gezin.example
letter receipt to manager says "gaat naar de klager" not "Wat komt er nu"
