# MIK: the regulation of 2021 gives way to the present one; what began under the old one goes on under it
clauses: MIK21-1.1 MIK21-6.4.6
organisation: mik21

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 kreeg mijn dochter bij De Vlinder geen fruit. Ik wil dat dit verandert.
case terms.final.due = 2027-01-04

@ 2026-11-25 09:00
regulation mik-piw
@ 2026-11-25 10:00
mail Tom Dam <tom@gezin.example>: klacht over De Beer
| Op 20 november 2026 was De Beer dicht zonder bericht. Ik wil voortaan bericht.

// The present regulation may be extended, that of 2021 may not.
@ 2026-11-26 10:00
reply manager to case-assigned
| verlengen: 25 november besproken, de leidster is ziek
letter refused to manager says "kent geen verlenging"
@ 2026-11-26 11:00
reply manager2 to case-assigned
| verlengen: 26 november besproken, de leidster is ziek
letter receipt to manager2
case 1: terms.final.due = 2027-01-04
case 2: terms.final.due = 2027-02-03
