# MIK: who is complained about neither handles nor sees it
clauses: MIK-6.4.1
organisation: mik

@ 2026-11-23 10:00
mail Noa Smit <noa@gezin.example>: De Vlinder
| Mijn klacht gaat over de locatiemanager zelf van De Vlinder. Zij heeft mij weggestuurd.
case concerns = manager
case handler = regio
letter case-assigned to regio
no letter case-assigned to manager

@ 2026-11-24 10:00
mail Joke de Vries <manager@mik.example>: [MIK-2026-0001] status
| status
no letter to manager
