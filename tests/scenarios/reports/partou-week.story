# Partou: every Monday (over King's Day: Tuesday) the week's figures go through the coordinator to the board, without names
clauses: PARTOU-IK2 PARTOU-IK3 PARTOU-7
organisation: partou

@ 2026-04-22 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
@ 2026-04-27 12:00
no letter report-approval
@ 2026-04-28 12:00
letter report-approval to coordinator not "Eva" not "eva@gezin.example"
no letter report to board
@ 2026-04-28 13:00
reply coordinator to report-approval
| akkoord
letter report to board not "Eva" not "vaste groep"
