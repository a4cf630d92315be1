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
@ 2026-11-25 10:05
reply coordinator to bounce-alarm
| gepost: 25 november, nog eens
letter refused to coordinator says "Er is geen brief aan de klager die niet kon worden bezorgd"

// Two letters that do not arrive: one answer settles both, and says which.
@ 2026-11-26 10:00
reply manager to case-assigned
| aan klager: De monteur komt vrijdag.
@ 2026-11-26 10:05
bounce message to sanne@gezin.example
@ 2026-11-27 10:00
reply manager to case-assigned
| aan klager: De bel doet het weer.
@ 2026-11-27 10:05
bounce message to sanne@gezin.example
@ 2026-11-27 11:00
reply coordinator to bounce-alarm
| gepost: 27 november, brief in de bus gedaan
letter receipt to coordinator says "alle 2 brieven die niet aankwamen (van donderdag 26 november 2026, vrijdag 27 november 2026)"
