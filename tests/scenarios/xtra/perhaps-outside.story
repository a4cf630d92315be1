# A complaint about something that is not the organisation's own: the handler is shown that it may be, and decides. Who asks for help with writing is
# phoned. Nobody is refused by a machine.
clauses: XTRA-7.1 XTRA-3b.6
organisation: wijkz

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht
| Ik heb een klacht over de gemeente. De straat bij De Vlinder is al weken opengebroken. Ik wil dat dit stopt.
letter acknowledgement to eva@gezin.example
no letter out-of-scope
letter case-assigned to manager says "buiten de organisatie"
@ 2026-11-23 11:00
reply manager to case-assigned
| buiten-bereik: Het gaat over werk van de gemeente. Bel 14 070.
letter out-of-scope to eva@gezin.example

@ 2026-11-24 10:00
mail Omar Said <omar@gezin.example>: klacht De Vlinder
| Ik heb een klacht over De Vlinder. Mijn zoon is gevallen. Kunt u helpen met het opschrijven van mijn klacht? Ik kan niet zo goed schrijven.
letter case-assigned to manager says "hulp bij het opschrijven"
@ 2026-11-25 10:00
reply omar@gezin.example to acknowledgement
| Het is opgelost, we hebben een goed gesprek gehad.
letter contribution to manager says "is het opgelost"
case outcome = null
