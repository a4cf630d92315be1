# MIK: displeasure that was talked out is counted apart and is no complaint
clauses: MIK-4.1 MIK-5.2 MIK-6.2a MIK-5.3
organisation: mik

@ 2026-11-23 10:00
mail Tom Visser <tom@gezin.example>: klein dingetje bij De Vlinder
| Gisteren was het fruit op bij De Vlinder. Ik vond dat jammer voor mijn zoon.
letter acknowledgement to tom@gezin.example
@ 2026-11-24 09:00
reply manager to case-assigned
| onvrede: samen besproken bij het brengen; er wordt voortaan meer fruit ingekocht
letter dissatisfaction to tom@gezin.example
case kind = dissatisfaction
case outcome = settled-informally
case terms.final.state = stopped
