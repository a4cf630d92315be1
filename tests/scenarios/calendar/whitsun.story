# MIK & PIW 2021 around Whitsun 2026: six weeks that end on Whit Monday are promised for that day and worked for before it
clauses: MIK21-6.4.6 MIK21-6.2B
organisation: mik21

@ 2026-04-13 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 9 april 2026 kreeg mijn dochter bij De Vlinder geen fruit van Kim Bos. Ik wil dat dit verandert.
letter acknowledgement to eva@gezin.example says "maandag 25 mei 2026"
case terms.contact.due = 2026-04-20
case terms.final.due = 2026-05-25
case terms.final.workBy = 2026-05-22
case terms.final.legalLimit = 2026-05-26
@ 2026-05-22 09:00
letter digest to manager says "uiterlijk vrijdag 22 mei 2026"
@ 2026-05-26 09:00
letter overdue to manager
