# Xtra: about a manager: the directors take over, the manager sees nothing more of it
clauses: XTRA-4c.3 XTRA-10.4 XTRA-10.2
organisation: wijkz

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| Ik ben niet tevreden over de hulp van De Vlinder. Ik wil een andere begeleider. Sanne Bakker, 06 12345678.
case handler = manager
@ 2026-11-24 10:00
reply sanne@gezin.example to acknowledgement
| Mijn klacht gaat over de locatiemanager zelf. Zij heeft tegen mij geschreeuwd.
case handler = director
letter case-assigned to director
@ 2026-11-24 12:00
reply manager to case-assigned
| notitie: ik heb haar niet zo bedoeld
no letter to manager
case handler = director
