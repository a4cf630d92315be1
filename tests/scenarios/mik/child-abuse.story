# MIK in the night that summer time ends: words that may mean child abuse (worked example G7)
clauses: MIK-6.2C.6
organisation: mik

@ 2026-10-25 00:31
mail Iemand Bezorgd <bezorgd@gezin.example>: zorgen om mijn zoon op De Vlinder
| Ik zag gisteren striemen op zijn rug toen ik hem bij De Vlinder ophaalde. Ik maak me grote zorgen.
letter signal to officer says "striemen op zijn rug" says "0800-2000"
letter signal to quality
letter acknowledgement to bezorgd@gezin.example
case signals has child-abuse
case terms.contact.due = 2026-10-30
case terms.final.due = 2026-12-06
case terms.final.workBy = 2026-12-04
case terms.final.legalLimit = 2026-12-07

@ 2026-10-26 09:00
reply manager to case-assigned
| aan klager: wij bellen u vandaag
letter refused to manager
no letter message

@ 2026-10-26 09:15
reply officer to signal
| bevestig: kindermishandeling, besproken met Veilig Thuis
letter receipt to officer
no letter reporting-code to bezorgd@gezin.example
case outcome = reporting-code
case stage = closed
case terms.final.state = stopped
case terms.contact.state = stopped

@ 2026-10-27 10:00
reply officer to signal
| aan klager: toch iets zeggen
no letter message

@ 2026-10-28 10:00
reply officer to signal
| vrijgeven:
letter reporting-code to bezorgd@gezin.example not "striemen"
