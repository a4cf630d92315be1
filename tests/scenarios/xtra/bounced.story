# Xtra: an acknowledgement that comes back has confirmed nothing: a person phones or posts before the term is over
clauses: XTRA-4b
organisation: wijkz

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| De deur van De Vlinder ging niet open. Ik wil een werkende bel. Sanne Bakker, 06 12345678
case terms.ack.state = met
@ 2026-11-23 10:05
bounce acknowledgement to sanne@gezin.example
letter bounce-alarm to coordinator says "maandag 30 november 2026"
case terms.ack.state = running
@ 2026-11-25 10:00
reply coordinator to bounce-alarm
| gepost: 25 november, voorgelezen aan de telefoon
case terms.ack.state = met
case terms.ack.met = 2026-11-25
