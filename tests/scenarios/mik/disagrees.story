# MIK: not content with the verdict: the way outside is shown
clauses: MIK-B1.3 MIK-3.2 MIK-3.3 MIK-6.4.5
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Mijn dochter kreeg bij De Vlinder geen fruit. Ik wil dat dit verandert.
@ 2026-11-24 10:00
reply manager to case-assigned
| uitnodigen: 26 november 16 uur of 27 november 9 uur, op De Vlinder
letter hearing-invitation to eva@gezin.example says "26 november 16 uur"
@ 2026-11-26 17:00
reply manager to case-assigned
| gesprek: 26 november, klager en groep samen, afgesproken is elke dag fruit om tien uur
| hoor: beiden, 26 november, gesprek op locatie
letter talk-record to eva@gezin.example says "elke dag fruit om tien uur"
@ 2026-11-27 10:00
reply manager to case-assigned
| oordeel: deels gegrond
| motivering: Op twee dagen was er geen fruit, op de andere wel.
| maatregel: inkooplijst per week, uiterlijk 15 december 2026, manager
| les: vaste inkoop per week
| relatie: hersteld
@ 2026-11-27 11:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example says "dinsdag 15 december 2026"
@ 2026-12-01 10:00
reply eva@gezin.example to verdict
| Ik ben het niet eens met uw oordeel.
letter external-routes to eva@gezin.example says "0900-1877" says "Geschillencommissie"
@ 2026-12-08 09:00
letter measure-check to manager says "inkooplijst"
@ 2026-12-14 10:00
reply manager to measure-check
| maatregel klaar: 1
letter measure-done to eva@gezin.example says "inkooplijst"
case measures.1.doneOn = 2026-12-14
