# Xtra, Wijkz: two days too late, about a director, a delay (worked example G6)
clauses: XTRA-1.1 XTRA-1.3 XTRA-2.1 XTRA-2.2 XTRA-3b.1 XTRA-3c.1 XTRA-3c.2 XTRA-4a XTRA-4b XTRA-4c.4 XTRA-4d.1 XTRA-4d.3 XTRA-8.1 XTRA-8.2 XTRA-8.3 XTRA-10.4
organisation: wijkz

@ 2026-11-12 10:00
mail Sanne Bakker <sanne@gezin.example>: Klacht over De Vlinder
| Op 10 september 2026 was ik bij De Vlinder. De directeur heeft mij afgescheept.
| Ik wil excuses van de directie. U kunt mij bellen op 06 12345678.
letter acknowledgement to sanne@gezin.example says "donderdag 24 december 2026"
letter late-explanation to sanne@gezin.example says "donderdag 26 november 2026"
letter case-assigned to board
no letter to director
case late = True
case handler = board
case signals has about-director
case terms.ack.due = 2026-11-19
case terms.ack.state = met
case terms.final.due = 2026-12-24
case outcome = null

@ 2026-11-17 10:00
reply sanne@gezin.example to late-explanation
| Ik lag in het ziekenhuis.
letter contribution to board says "ziekenhuis"
@ 2026-11-18 10:00
reply board to case-assigned
| te laat: geaccepteerd ja, lag in het ziekenhuis
letter receipt to board
case terms.final.due = 2026-12-24

@ 2026-11-19 10:00
mail Peter Smit <director@wijkz.example>: [WIJ-2026-0001] wat loopt hier?
| status
no letter to director

@ 2026-12-21 10:00
reply board to case-assigned
| verlengen: 21 december, reden: wij wachten nog op stukken
letter refused to board says "kent geen verlenging"
@ 2026-12-21 11:00
reply board to case-assigned
| vertraging: 7 januari 2027, wij wachten nog op stukken
letter delay to sanne@gezin.example says "donderdag 7 januari 2027"
case terms.final.due = 2026-12-24

@ 2026-12-25 09:00
case terms.final.state = missed
@ 2027-01-07 10:00
reply board to case-assigned
| hoor: beiden, 5 januari, gesprek
| toets: gedragscode, niet nageleefd
| betreft: directie
letter receipt to board
@ 2027-01-07 11:00
reply board to case-assigned
| oordeel: gegrond
| motivering: De directeur heeft u niet te woord gestaan. Dat had wel gemoeten.
@ 2027-01-07 12:00
reply board to verdict-preview
| akkoord
letter verdict to sanne@gezin.example
case terms.final.state = missed
case terms.final.met = 2027-01-07
