# Xtra, youth care: SKJ and Jeugdstem are named while it is not known whether the professional is registered
clauses: XTRA-6.3 XTRA-6.4 XTRA-6.8
organisation: jess

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| De jongerenwerker van De Vlinder kwam drie keer niet. Ik wil een andere begeleider. Sanne Bakker, 06 12345678
@ 2026-11-24 10:00
reply manager to case-assigned
| hoor: dossier, de agenda is bekeken
| betreft: beleid
@ 2026-11-24 11:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: De afspraken stonden niet in de agenda.
| maatregel: gedeelde agenda, uiterlijk 1 februari 2027
@ 2026-11-24 12:00
reply manager to verdict-preview
| akkoord
@ 2026-11-26 10:00
reply sanne@gezin.example to verdict
| Ik ben het niet eens met uw oordeel.
@ 2026-11-30 10:00
reply director to objection
| bezwaar: 30 november 2026, uitkomst: wij begrijpen het, het oordeel blijft
letter talk-outcome to sanne@gezin.example says "SKJ" says "Jeugdstem" says "klachtencommissie@xtra.nl"
