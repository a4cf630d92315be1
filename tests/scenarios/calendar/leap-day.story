# Fluks over the leap day of 2028: weeks count it like any day; a file closed on it is kept to the same day of the month
clauses: FLUKS-4.1 FLUKS-4.5
organisation: fluks

@ 2028-02-15 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De uren in ons contract met De Vlinder zijn veranderd zonder overleg. Ik wil mijn oude uren terug.
case terms.handler-notice.due = 2028-02-22
case terms.target.due = 2028-03-07
case terms.final.due = 2028-03-28
@ 2028-02-16 10:00
reply coordinator to triage
| behandelaar: manager
@ 2028-02-28 10:00
reply manager to case-assigned
| hoor: klager, 25 februari, telefonisch
| oordeel: ongegrond
| motivering: De wijziging stond in de brief van december.
@ 2028-02-29 10:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example
case terms.final.met = 2028-02-29
case keepUntil = 2029-08-29
