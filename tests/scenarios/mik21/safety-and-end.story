# MIK & PIW 2021: suspected child abuse closes the procedure once a person confirms it
clauses: MIK21-6.4.10
organisation: mik21

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: De Vlinder
| Ik vermoed dat mijn dochter mishandeld wordt op De Vlinder.
letter signal to officer says "mishandeld"
@ 2026-11-23 11:00
reply officer to signal
| meldcode: besproken met Veilig Thuis
case outcome = reporting-code
no letter reporting-code to eva@gezin.example
