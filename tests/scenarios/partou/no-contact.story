# Partou: no contact after two working days: the next manager and the quality officer hear of it
clauses: PARTOU-2
organisation: partou

@ 2026-04-24 20:30
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
@ 2026-04-29 09:00
letter reminder to manager
letter reminder to regio
@ 2026-04-30 09:00
letter digest to manager says "uiterlijk woensdag 29 april 2026"
case terms.contact.state = missed
