# The same person writes much the same twice within a day: two cases, and the handler is told that they may be one
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De Vlinder was vrijdag dicht zonder bericht en niemand nam de telefoon op. Ik wil voortaan bericht.
@ 2026-11-23 15:00
mail Eva Prins <eva@gezin.example>: nogmaals mijn klacht
| De Vlinder was vrijdag dicht zonder bericht en niemand nam de telefoon op. Ik wil graag voortaan bericht.
letter duplicate to manager says "MIK-2026-0001"
cases 2
case 1: outcome = null
case 2: outcome = null
