# MIK: an extension after the last day is refused; a delay is told instead and moves no date
clauses: MIK-6.5.1 MIK-6.5.2 MIK-7.1.4
organisation: mik

@ 2026-11-13 16:40
mail Eva Prins <eva@gezin.example>: Klacht over De Vlinder
| Mijn dochter is bij De Vlinder niet verschoond. Ik wil weten waarom.
case terms.final.due = 2026-12-25

@ 2026-12-26 09:00
letter digest to manager says "Te laat: oordeel (uiterlijk vrijdag 25 december 2026)"
letter digest to quality says "taak van Joke de Vries"
letter term-passed to eva@gezin.example says "Geschillencommissie"
reply manager to case-assigned
| verlengen: 24 december, reden: het onderzoek duurt langer dan gedacht
case terms.final.state = missed
@ 2026-12-26 10:00
reply manager to case-assigned
| verlengen: 24 december, reden: het onderzoek duurt langer dan gedacht
letter refused to manager says "verlopen"
@ 2026-12-28 10:00
reply manager to case-assigned
| vertraging: 8 januari 2027, het onderzoek duurt langer dan gedacht
letter delay to eva@gezin.example says "vrijdag 8 januari 2027" says "het onderzoek duurt langer"
case terms.final.due = 2026-12-25
