# MIK: later than two months after the cause: asked for an explanation, handled all the same
clauses: MIK-5.6
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 10 september 2026 is mijn zoon bij De Vlinder gevallen en niemand belde. Ik wil excuses.
letter late-explanation to eva@gezin.example says "maandag 7 december 2026"
case late = True
case outcome = null

@ 2026-11-25 10:00
reply eva@gezin.example to late-explanation
| Wij zaten tot vorige week in het buitenland.
letter contribution to manager says "buitenland"
@ 2026-11-26 10:00
reply manager to case-assigned
| te laat: geaccepteerd ja, was in het buitenland
letter receipt to manager
case outcome = null
case terms.final.due = 2027-01-04
