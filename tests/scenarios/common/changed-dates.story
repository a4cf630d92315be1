# A new day off: what was promised stays, and the quality officer sees what would be counted otherwise
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 kreeg mijn dochter bij De Vlinder geen fruit. Ik wil dat dit verandert.
case terms.contact.due = 2026-11-30
no letter changed-dates

@ 2026-11-24 09:00
closed 2026-11-27
@ 2026-11-24 10:00
letter changed-dates to quality says "MIK-2026-0001" says "beloofd is maandag 30 november 2026, nu geteld dinsdag 1 december 2026" not "Eva"
no letter changed-dates to manager
case terms.contact.due = 2026-11-30

// It is said once.
@ 2026-11-25 10:00
no letter changed-dates
