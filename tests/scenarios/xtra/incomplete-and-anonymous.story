# Xtra: what is missing is asked once; without a name it cannot be handled as a complaint, and a person decides
clauses: XTRA-3b.5 XTRA-3b.4 XTRA-10.3
organisation: wijkz

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| Ik ben heel ontevreden over hoe het bij De Vlinder gaat. Er is nooit iemand bereikbaar.
letter acknowledgement to sanne@gezin.example
letter incomplete to sanne@gezin.example
case missing has desired
case terms.ack.state = met
@ 2026-11-24 10:00
reply sanne@gezin.example to incomplete
| Ik wil graag dat iemand mij terugbelt en dat er een vast nummer komt.
case missing lacks desired
no letter incomplete

@ 2026-11-25 10:00
mail onbekend@anoniem.example <onbekend@anoniem.example>: De Beer
| Bij De Beer wordt er gescholden. Ik wil anoniem blijven. Ik wil dat dit stopt.
|
| Een bezorgde ouder
letter anonymous to onbekend@anoniem.example
