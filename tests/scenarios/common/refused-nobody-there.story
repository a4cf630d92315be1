# A small organisation: where nobody has the role, or nobody stands higher, that is said and nothing gets lost
clauses:
organisation: klein

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was het bij De Vlinder weer koud. Ik wil dat de kachel aan gaat. Eva Prins, 06 12345678
letter case-assigned to manager
@ 2026-11-24 10:00
reply manager to case-assigned
| hr: graag uw advies
letter refused to manager says "Niemand heeft de rol" says "Vraag de beheerder"
no letter receipt to manager
@ 2026-11-24 10:01
reply manager to case-assigned
| voorleggen: de regeling zegt hier niets over
letter refused to manager says "dus de vraag kan niet worden"
no letter receipt to manager
@ 2026-11-24 10:02
reply manager to case-assigned
| opschalen: grote gevolgen
letter receipt to manager says "Rob Hendriks"
@ 2026-11-24 10:03
reply manager to case-assigned
| opschalen: grote gevolgen
letter receipt to manager says "Peter Smit"
@ 2026-11-24 10:04
reply manager to case-assigned
| opschalen: grote gevolgen
letter receipt to manager says "Anna van Dijk"
@ 2026-11-24 10:05
reply manager to case-assigned
| opschalen: grote gevolgen
letter receipt to manager says "Karel Visser"
@ 2026-11-24 10:06
reply manager to case-assigned
| opschalen: grote gevolgen
letter refused to manager says "niemand hoger in de configuratie"
no letter receipt to manager
