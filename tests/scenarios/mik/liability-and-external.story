# MIK social work: liability, an external body, and how long the file is kept (worked example G9)
clauses: MIK-6.6.1 MIK-6.6.2 MIK-7.2.1 MIK-7.3 MIK-8.3 MIK-8.4 MIK-2.1
organisation: piw

@ 2027-01-04 10:00
mail Henk Bos <henk@gezin.example>: schade door De Vlinder
| De begeleider van De Vlinder heeft mijn bril gebroken. Ik stel u aansprakelijk voor de schade.
letter liability to finance says "aansprakelijk"
case signals has liability
case terms.final.due = 2027-02-15
case terms.final.legalLimit = null

@ 2027-01-05 10:00
reply finance to liability
| bevestig: aansprakelijkheid, gemeld bij de verzekeraar
letter receipt to finance

@ 2027-02-10 10:00
reply manager to case-assigned
| hoor: klager, 6 januari, telefonisch
| hoor: betrokkene, 7 januari, gesprek
@ 2027-02-11 10:00
reply manager to case-assigned
| oordeel: deels gegrond
| motivering: De bril is gevallen toen de begeleider hem wilde aangeven.
| maatregel: geen
letter verdict-preview to manager says "erken niets"
letter verdict-preview to finance
@ 2027-02-11 11:00
reply manager to verdict-preview
| akkoord
letter receipt to manager says "Frits Meijer"
no letter verdict
@ 2027-02-12 10:00
reply finance to verdict-preview
| akkoord
letter verdict to henk@gezin.example says "6000 AC Weert" not "Klachtenloket" not "Geschillencommissie Kinderopvang"
case terms.final.met = 2027-02-12
case keepUntil = 2028-08-12

@ 2027-03-01 10:00
reply manager to closed
| extern: Provinciale Klachtencommissie, 1 maart 2027
letter receipt to manager
case stage = external
case keepUntil = null

@ 2027-07-15 10:00
reply manager to closed
| extern-uitspraak: gegrond, 15 juli 2027
letter receipt to manager says "Zet de tekst van het advies"
letter binding-consent to henk@gezin.example says "gegrond"
letter binding-consent to manager says "gegrond"
@ 2027-07-16 10:00
reply manager to binding-consent
| extern-uitspraak: gegrond, 15 juli 2027
| De begeleider had de bril niet mogen aannemen. Wij adviseren om de bril te vergoeden.
letter receipt to manager says "tekst van de uitspraak"
letter binding-consent to henk@gezin.example says "niet mogen aannemen"
@ 2027-08-30 10:00
reply manager to closed
| extern-uitspraak: geaccepteerd ja
no letter binding-consent to henk@gezin.example
@ 2027-08-31 10:00
reply henk@gezin.example to binding-consent
| Akkoord, ik neem het advies aan.
case external.agreedOn = 2027-08-31
case keepUntil = 2029-02-28

@ 2027-09-01 10:00
reply finance to verdict-preview
| bewaren tot: 31 december 2029, de verzekeraar behandelt de schade nog
letter receipt to finance
case keepUntil = 2030-01-01
