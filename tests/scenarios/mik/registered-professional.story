# MIK social work: bodies for registered professionals are named only where they fit
clauses: MIK-7.2.2 MIK-7.2.3 MIK-7.2.4
organisation: piw

@ 2027-01-04 10:00
mail Henk Bos <henk@gezin.example>: begeleiding De Vlinder
| De jeugdwerker van De Vlinder heeft afspraken niet nagekomen. Ik wil dat iemand anders mij helpt.
@ 2027-01-05 10:00
reply manager to case-assigned
| betreft: medewerker, Kim Bos, SKJ
| hoor: klager, 5 januari, telefonisch
| hoor: betrokkene, 5 januari, gesprek
@ 2027-01-06 10:00
reply manager to case-assigned
| oordeel: ongegrond
| motivering: De afspraken zijn op verzoek van de client verzet.
@ 2027-01-06 11:00
reply manager to verdict-preview
| akkoord
letter verdict to henk@gezin.example says "SKJ" says "Jeugdstem" not "tuchtcollege"
