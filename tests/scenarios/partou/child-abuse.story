# Partou: suspected child abuse closes the procedure once a person confirms it
clauses: PARTOU-M1
organisation: partou

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: De Vlinder
| Ik vermoed dat mijn dochter mishandeld wordt op De Vlinder.
letter signal to officer
letter acknowledgement to eva@gezin.example
@ 2026-11-23 11:00
reply officer to signal
| bevestig: kindermishandeling
case outcome = reporting-code
