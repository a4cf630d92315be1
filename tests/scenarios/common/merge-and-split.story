# Two parents on one matter: two cases become one; one matter in two: a part goes on as a case of its own
clauses: 
organisation: mik

@ 2026-11-20 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De Vlinder was vrijdag dicht zonder bericht. Ik wil bericht.
@ 2026-11-23 10:00
mail Tom Prins <tom@gezin.example>: klacht over De Vlinder
| De Vlinder was vrijdag dicht zonder bericht. Wij willen een vergoeding en de factuur klopt niet.
cases 2
@ 2026-11-24 10:00
reply manager to case-assigned
| samenvoegen: MIK-2026-0001
letter merged to tom@gezin.example
case 2: outcome = merged
case 1: outcome = null
@ 2026-11-25 10:00
reply manager to merged
| splitsen: het deel over de factuur van november
cases 3
case 3: terms.final.due = 2027-01-01
