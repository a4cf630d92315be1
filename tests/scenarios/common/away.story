# A handler is away: by command a deputy reads the mail; a note of absence is never passed on
clauses: 
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De Vlinder was vrijdag dicht zonder bericht. Ik wil bericht.
letter case-assigned to manager
@ 2026-11-23 11:00
absence manager to case-assigned
| Ik ben afwezig tot en met 4 december 2026.
letter absence to coordinator says "vrijdag 4 december 2026"
no letter to eva@gezin.example
@ 2026-11-23 12:00
mail Joke de Vries <manager@mik.example>: ik ben er even niet
| afwezig tot: 7 december 2026, Bart Mulder
letter receipt to manager
@ 2026-11-24 10:00
reply eva@gezin.example to acknowledgement
| Het was trouwens ook donderdag dicht.
letter contribution to manager2
no letter contribution to manager
@ 2026-12-07 10:00
reply eva@gezin.example to acknowledgement
| En vandaag weer.
letter contribution to manager
