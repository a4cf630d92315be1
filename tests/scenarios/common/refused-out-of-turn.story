# Steps that come too early, too late, twice, or that this regulation does not know: refused with what is possible
clauses:
organisation: wijkz

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was het bij De Vlinder weer koud. Ik wil dat de kachel aan gaat. Eva Prins, 06 12345678
letter case-assigned to manager
@ 2026-11-24 10:00
reply manager to case-assigned
| voorleggen:
letter refused to manager says "Nodig is: de vraag"
no letter receipt to manager
@ 2026-11-24 10:01
reply manager to case-assigned
| bezwaar: niet eens
letter refused to manager says "kan pas als de zaak is afgerond"
no letter receipt to manager
@ 2026-11-24 10:02
reply manager to case-assigned
| verlengen: 23 november besproken, 11 januari 2027, drukte
letter refused to manager says "kent geen verlenging"
no letter receipt to manager
@ 2026-11-24 10:04
reply manager to case-assigned
| maatregel klaar: 2, 20 november
letter refused to manager says "Er staat geen maatregel open"
no letter receipt to manager
@ 2026-11-24 10:05
reply manager to case-assigned
| hoor: klager, 23 november, zij vertelde het
letter receipt to manager
@ 2026-11-24 10:06
reply manager to case-assigned
| oordeel: gegrond
| motivering: Het klopte niet.
| maatregel: wij spreken af dat er wordt gegroet
letter refused to manager says "heeft een datum nodig waarop ze klaar is"
no letter receipt to manager
@ 2026-11-24 10:07
reply manager to case-assigned
| oordeel: gegrond
| motivering: Het klopte niet.
| maatregel:
letter refused to manager says "Achter “maatregel” staat niets"
no letter receipt to manager
@ 2026-11-24 10:09
reply manager to case-assigned
| oordeel: gegrond
| motivering: Het klopte niet.
| maatregel: groeten, uiterlijk 1 februari 2027, manager
letter verdict-preview to manager
@ 2026-11-24 10:10
reply manager to verdict-preview
| akkoord
letter receipt to manager
@ 2026-11-24 10:11
reply manager to case-assigned
| akkoord
letter refused to manager says "Er ligt niets klaar om goed te keuren"
no letter receipt to manager
@ 2026-11-24 10:12
reply manager to case-assigned
| maatregel klaar: 1, 1 maart 2027
letter refused to manager says "moet nog komen"
no letter receipt to manager
@ 2026-11-24 10:13
reply manager to case-assigned
| maatregel klaar: 7, 24 november
letter refused to manager says "Maatregel 7 staat niet open"
no letter receipt to manager
@ 2026-11-24 10:14
reply manager to case-assigned
| opschorten: wachten
letter refused to manager says "de zaak is afgerond"
no letter receipt to manager
@ 2026-11-24 10:15
reply manager to case-assigned
| bezwaar:
letter refused to manager says "wat de klager bezwaarlijk vindt"
no letter receipt to manager
@ 2026-11-24 10:16
reply manager to case-assigned
| bezwaar: gesprek op 1 december 2026
letter receipt to manager
@ 2026-11-24 10:17
reply manager to case-assigned
| bezwaar: uitkomst:
letter refused to manager says "Wat kwam er uit het gesprek"
no letter receipt to manager
@ 2026-12-02 10:00
reply director to objection
| bezwaar: uitkomst: zij zijn het eens
letter receipt to director
@ 2026-12-02 10:01
reply director to objection
| bezwaar: uitkomst: nog eens
letter refused to director says "al gehouden"
no letter receipt to director
