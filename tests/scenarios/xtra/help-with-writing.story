# Xtra, JongLeren: help with writing is offered with the number of the directors' assistant; at Wijkz there is none
clauses: XTRA-3b.6
organisation: jongleren

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: De Vlinder
| Ik ben niet tevreden over De Vlinder. Ik heb hulp nodig bij het opschrijven.
letter incomplete to eva@gezin.example says "070 205 2000"
