# Xtra: by post: the day it came in counts, and there is no address to mail to
clauses: XTRA-2.3 XTRA-4b
organisation: wijkz

@ 2026-11-23 10:00
mail Marja Jansen <coordinator@wijkz.example>: brief
| registreer:
| naam: Gerrit Post
| telefoon: 070 1234567
| kanaal: post
| ontvangen: 20 november 2026
| locatie: De Vlinder
| omschrijving: De deur van De Vlinder ging niet open.
| gewenste oplossing: een werkende bel
letter receipt to coordinator says "WIJ-2026-0001"
letter bounce-alarm
case channel = post
case terms.ack.due = 2026-11-27
case terms.final.due = 2027-01-01
case terms.ack.state = running
@ 2026-11-24 10:00
reply manager to case-assigned
| gepost: 24 november, brief verstuurd
case terms.ack.state = met
