# MIK: the officer judges that it is no child abuse; the clocks have not changed
clauses: MIK-6.2C.6
organisation: mik

@ 2026-10-25 00:31
mail Iemand Bezorgd <bezorgd@gezin.example>: zorgen om mijn zoon op De Vlinder
| Ik zag gisteren striemen op zijn rug toen ik hem bij De Vlinder ophaalde.
letter signal to officer
@ 2026-10-26 09:15
reply officer to signal
| verwerp: kindermishandeling, kwam van het klimrek en dat was al bekend
letter receipt to officer
case outcome = null
case signals lacks child-abuse
case terms.contact.due = 2026-10-30
case terms.final.state = running

@ 2026-10-26 10:00
mail Andere Ouder <ander@gezin.example>: De Vlinder
| Wat hier gebeurt is misbruik van vertrouwen. De Vlinder beloofde ons een vaste groep.
case 2: signals lacks child-abuse
