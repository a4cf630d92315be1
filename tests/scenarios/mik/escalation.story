# MIK: the manager is asked whether it must go up; no answer goes up, and who handled it stays responsible
clauses: MIK-6.4.1 MIK-6.4.2 MIK-6.4.3
organisation: mik

@ 2026-11-23 10:00
mail Noa Smit <noa@gezin.example>: De Vlinder
| De Vlinder heeft de groepen omgegooid zonder ons iets te zeggen.
letter case-assigned to manager says "opschalen"
case terms.contact.due = 2026-11-30

@ 2026-12-01 09:00
letter escalation to regio not "Joke de Vries schakelt u in"
case handler = manager

@ 2026-12-01 10:00
reply manager to case-assigned
| kwaliteit: past dit bij ons plaatsingsbeleid?
letter quality-question to quality says "past dit bij ons plaatsingsbeleid"

@ 2026-12-02 10:00
mail Pien Dam <pien@gezin.example>: De Beer
| De Beer was dicht en wij hoorden niets.
case 2: handler = manager2
@ 2026-12-02 11:00
reply manager2 to case-assigned
| opschalen: nee, kleine klacht die ik zelf kan oplossen
letter receipt to manager2
@ 2026-12-10 09:00
no letter escalation to regio
