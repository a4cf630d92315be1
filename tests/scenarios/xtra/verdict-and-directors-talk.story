# Xtra, JongLeren: investigated, tested, judged with reasons; an objection leads to the directors; then the external bodies
clauses: XTRA-0 XTRA-1.2 XTRA-3b.2 XTRA-3b.3 XTRA-3b.4 XTRA-4c.1 XTRA-4c.2 XTRA-4d.2 XTRA-4e.1 XTRA-4e.2 XTRA-4e.3 XTRA-4e.4 XTRA-5.1 XTRA-5.2 XTRA-6.0 XTRA-6.1 XTRA-6.2 XTRA-6.5 XTRA-6.7 XTRA-8.4 XTRA-8.5 XTRA-8.6 XTRA-8.7 XTRA-10.1 XTRA-8.9
organisation: jongleren

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 deed een medewerker van De Vlinder erg onbeschoft tegen mij. Ik wil excuses.
letter acknowledgement to eva@gezin.example says "maandag 4 januari 2027" says "Geschillencommissie"
case nature has bejegening
case missing lacks desired

@ 2026-12-21 09:00
no letter overdue
@ 2026-12-29 10:00
reply manager to case-assigned
| betreft: medewerker, Kim Bos
| oordeel: deels gegrond
| motivering: De medewerker was kort door drukte op de groep.
letter refused to manager says "gehoord" says "getoetst"
case verdict = null
@ 2026-12-29 10:30
reply manager to case-assigned
| betreft: medewerker, Kim Bos
| hoor: klager, 28 december, telefonisch
| hoor: betrokkene, 28 december, gesprek
| toets: gedragscode, op één punt niet nageleefd
letter receipt to manager
@ 2026-12-29 11:00
reply manager to case-assigned
| oordeel: geen oordeel
| motivering: De medewerker was kort door drukte op de groep.
letter refused to manager says "geen oordeel van deze regeling"
@ 2026-12-29 11:10
reply manager to case-assigned
| oordeel: deels gegrond
| motivering: De medewerker was kort door drukte op de groep.
| maatregel: teamgesprek over bejegening
letter refused to manager says "datum"
@ 2026-12-29 11:20
reply manager to case-assigned
| oordeel: deels gegrond
| motivering: De medewerker was kort door drukte op de groep.
| antwoord op wens: De medewerker biedt u excuses aan.
| maatregel: teamgesprek over bejegening, uiterlijk 1 februari 2027, Joke de Vries
letter verdict-preview to manager
@ 2026-12-30 09:00
letter reminder to quality
@ 2026-12-30 10:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example says "De medewerker biedt u excuses aan" says "maandag 1 februari 2027" says "gesprek" says "directie"
case terms.final.state = met

@ 2027-01-05 10:00
reply eva@gezin.example to verdict
| Ik ben het niet eens met uw oordeel. Ik wil een gesprek met de directie.
letter objection to eva@gezin.example
letter objection to director says "niet eens"
case stage = objection
@ 2027-01-12 09:00
letter reminder to director
@ 2027-01-12 10:00
reply director to objection
| bezwaar: 20 januari 2027, 15 uur op het hoofdkantoor
letter talk-invitation to eva@gezin.example says "woensdag 20 januari 2027"
@ 2027-01-21 10:00
reply director to objection
| bezwaar: 20 januari 2027, uitkomst: wij blijven bij het oordeel, maar de medewerker belt u zelf
letter talk-outcome to eva@gezin.example says "wij blijven bij het oordeel" says "Geschillencommissie" says "0900-1877" says "klachtencommissie@xtra.nl"
case stage = closed

@ 2027-02-01 10:00
reply director to objection
| extern: Externe Klachtencommissie Xtra, 1 februari 2027
letter clerk-extract to clerk
case stage = external
