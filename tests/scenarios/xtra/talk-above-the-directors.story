# Xtra, Wijkz: a verdict on the directors is talked over with the board, and the outcome names the day of the talk
clauses: XTRA-5.1 XTRA-5.2 XTRA-4c.4
organisation: wijkz

@ 2026-11-12 10:00
mail Sanne Bakker <sanne@gezin.example>: Klacht over De Vlinder
| Op 10 september 2026 was ik bij De Vlinder. De directeur heeft mij afgescheept.
| Ik wil excuses. U kunt mij bellen op 06 12345678.
@ 2026-11-18 10:00
reply board to case-assigned
| te laat: geaccepteerd ja, lag in het ziekenhuis
letter receipt to board not "verwerp: te laat"
@ 2026-12-07 11:00
reply board to case-assigned
| hoor: beiden, 5 december, gesprek
| toets: gedragscode, niet nageleefd
| oordeel: ongegrond
| motivering: De directeur had geen tijd.
letter verdict-preview to board says "onze raad van bestuur"
@ 2026-12-07 12:00
reply board to verdict-preview
| akkoord
letter verdict to sanne@gezin.example
@ 2026-12-08 10:00
reply sanne@gezin.example to verdict
| Ik ben het niet eens met uw oordeel.
letter objection to sanne@gezin.example says "Onze raad van bestuur" not "directie"
letter objection to board
no letter to director
@ 2026-12-09 10:00
reply board to objection
| bezwaar: gesprek op 14 december, kantoor
letter talk-invitation to sanne@gezin.example says "maandag 14 december 2026"
@ 2026-12-16 10:00
reply board to objection
| bezwaar: uitkomst: we bieden alsnog onze excuses aan
letter talk-outcome to sanne@gezin.example says "maandag 14 december 2026"
