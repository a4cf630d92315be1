# MIK: withdrawing: a person confirms it, the reason is kept, and coming back is possible
clauses: MIK-9.1
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Mijn dochter kreeg bij De Vlinder geen fruit. Ik wil dat dit verandert.
@ 2026-11-25 10:00
reply eva@gezin.example to acknowledgement
| Ik trek mijn klacht in. Wij zijn er samen uitgekomen.
letter signal to manager says "Ik trek mijn klacht in"
case outcome = null
@ 2026-11-26 10:00
reply manager to signal
| ingetrokken: samen uitgekomen
letter withdrawn to eva@gezin.example says "samen uitgekomen"
case outcome = withdrawn
case terms.final.state = stopped
case keepUntil = 2028-05-26
@ 2026-11-27 10:00
reply eva@gezin.example to withdrawn
| Omdat de juf sorry zei.
letter contribution to manager
no letter signal
@ 2026-12-01 10:00
reply manager to closed
| heropen: het gebeurt toch weer
letter reopened to eva@gezin.example
case outcome = null
case keepUntil = null
case terms.final.due = 2027-01-12
