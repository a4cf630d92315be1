# While the safety of a child is in question no ordinary letter goes out; who may not judge that is refused
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 heeft Kim Bos van De Vlinder mijn zoon geslagen. Ik wil dat dit stopt.
@ 2026-11-24 10:00
reply manager to case-assigned
| aan klager: Wij bellen u.
letter refused to manager says "Tot dan gaat er geen brief naar de klager"
no letter receipt to manager
@ 2026-11-24 10:03
reply coordinator to signal
| vrijgeven: toch wel
letter refused to coordinator says "kan pas als de zaak is afgerond"
no letter receipt to coordinator
@ 2026-11-24 10:03
reply officer to signal
| meldcode:
letter refused to officer says "Nodig is: wie en waarom, kort"
no letter receipt to officer
@ 2026-11-24 10:04
reply officer to signal
| meldcode: Veilig Thuis gebeld
letter receipt to officer
@ 2026-11-24 10:05
reply officer to signal
| meldcode: nog eens
letter refused to officer says "al afgerond"
no letter receipt to officer
@ 2026-11-24 10:06
reply manager to case-assigned
| aan klager: Wij bellen u.
letter refused to manager says "gewone brieven gaan niet uit"
no letter receipt to manager
