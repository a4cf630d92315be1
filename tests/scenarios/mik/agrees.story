# MIK: who agrees with the verdict ends it; a yes with a but does not, and who turns out to disagree later is shown the way outside all the same
clauses: MIK-B1.3
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Mijn dochter kreeg bij De Vlinder geen fruit. Ik wil dat dit verandert.
@ 2026-11-26 17:00
reply manager to case-assigned
| hoor: beiden, 26 november, gesprek op locatie
@ 2026-11-27 10:00
reply manager to case-assigned
| oordeel: deels gegrond
| motivering: Op twee dagen was er geen fruit, op de andere wel.
| maatregel: inkooplijst per week, uiterlijk 15 december 2026, manager
@ 2026-11-27 11:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example
case stage = decided
case outcome = decided
@ 2026-11-28 10:00
reply eva@gezin.example to verdict
| Ik ben het ermee eens, maar ik wil nog wel excuses.
letter contribution to manager
case stage = decided
@ 2026-11-30 10:00
reply eva@gezin.example to verdict
| Ik ben het ermee eens. Dank u wel!
letter contribution to manager
case stage = closed
case outcome = decided
case keepUntil = 2028-05-27
@ 2026-12-08 09:00
letter measure-check to manager says "inkooplijst"
@ 2026-12-10 10:00
reply eva@gezin.example to verdict
| Bij nader inzien ben ik het niet eens met uw oordeel.
letter external-routes to eva@gezin.example
