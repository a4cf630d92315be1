# What the regulation does not know: a last date for complaining, an end by the reporting code
clauses:
organisation: fluks

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was het bij De Vlinder weer koud. Ik wil dat de kachel aan gaat. Eva Prins, 06 12345678
letter triage to coordinator
@ 2026-11-24 10:00
reply coordinator to triage
| meldcode: besproken
letter refused to coordinator says "sluit dit de klachtprocedure niet"
no letter receipt to coordinator
@ 2026-11-24 10:01
reply coordinator to triage
| te laat: geaccepteerd ja, was ziek
letter refused to coordinator says "kent geen uiterste termijn"
no letter receipt to coordinator
@ 2026-11-24 10:02
reply coordinator to triage
| behandelaar: manager
letter case-assigned to manager
@ 2026-11-24 10:03
reply manager to case-assigned
| oordeel: gegrond
| motivering: De kachel was stuk.
letter refused to manager says "Er staat nog geen onderzoek in het dossier" says "een dossierstudie"
no letter verdict-preview to manager
