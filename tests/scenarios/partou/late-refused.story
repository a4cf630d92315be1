# Partou: later than two months: only a person refuses, and the letter names where to go
clauses: PARTOU-F2
organisation: partou

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 1 juli 2026 is mijn zoon bij De Vlinder gevallen. Ik wil excuses.
letter late-explanation to eva@gezin.example
case outcome = null
@ 2026-12-10 10:00
reply manager to case-assigned
| te laat: nee, de klager heeft geen toelichting gegeven
letter late-refused to eva@gezin.example says "0900-1877" says "Geschillencommissie"
case outcome = late-refused
