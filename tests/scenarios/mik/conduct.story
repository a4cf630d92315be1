# MIK: undesirable conduct by an employee: personnel is brought in and the code of conduct tested
clauses: MIK-6.2C.7 MIK-4.5 MIK-5.4 MIK-6.4.4 MIK-6.2C.4
organisation: mik

@ 2026-11-23 10:00
mail Faye Maas <faye@gezin.example>: medewerker De Vlinder
| De leidster heeft mijn kind een tik gegeven op De Vlinder. Ik heb het zelf gezien.
letter signal to manager says "een tik gegeven"
case signals has violence
case outcome = null

@ 2026-11-23 11:00
reply manager to signal
| bevestig: geweld, moeder heeft het zelf gezien
| betreft: medewerker, Kim Bos
letter hr to hr
letter receipt to manager
case outcome = null
case concerns = staff

@ 2026-11-30 10:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: De medewerker heeft erkend dat zij het kind een tik heeft gegeven.
letter refused to manager says "gehoord" says "gedragscode"

@ 2026-11-30 10:10
reply manager to case-assigned
| hoor: betrokkene niet, zij wil niet praten
letter refused to manager says "beide kanten"

@ 2026-12-01 10:00
reply manager to case-assigned
| hoor: klager, 24 november, gesprek op locatie
| hoor: betrokkene, 25 november, gesprek met Kim
letter receipt to manager
@ 2026-12-01 10:05
reply hr to hr
| toets: gedragscode, niet nageleefd
letter receipt to hr
@ 2026-12-01 11:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: De medewerker heeft erkend dat zij het kind een tik heeft gegeven.
| maatregel: gesprek en training, uiterlijk 1 maart 2027, hr
letter verdict-preview to manager
@ 2026-12-01 12:00
reply manager to verdict-preview
| akkoord
letter verdict to faye@gezin.example
letter outcome-concerned to leidster not "faye@gezin.example"
