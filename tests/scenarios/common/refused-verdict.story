# A verdict that is not ready, and a measure that is not named, are refused and said so
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht
| Op 19 november 2026 kreeg mijn dochter geen fruit van een medewerker. Ik wil dat dit verandert.
letter triage to coordinator
@ 2026-11-23 10:01
reply coordinator to triage
| oordeel: gegrond
| motivering: Het klopte niet.
letter refused to coordinator says "Er is nog geen behandelaar"
no letter receipt to coordinator
@ 2026-11-23 10:02
reply coordinator to triage
| locatie: De Vlinder
letter case-assigned to manager
@ 2026-11-24 10:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: Het klopte niet.
letter refused to manager says "Voor een oordeel moet de klager zijn gehoord" says "de andere kant"
no letter receipt to manager
@ 2026-11-24 10:01
reply manager to case-assigned
| vraag reactie: waarom was er geen fruit?
letter refused to manager says "Het is niet bekend om wie het gaat"
no letter receipt to manager
@ 2026-11-24 10:02
reply manager to case-assigned
| betreft: beleid
| hoor: betrokkene niet
letter refused to manager says "Waarom is niet gehoord?"
no letter receipt to manager
@ 2026-11-24 10:03
reply manager to case-assigned
| betreft: beleid
| hoor: klager, 23 november, zij vertelde het
| hoor: betrokkene niet, er is niemand om te horen
| toets: gedragscode, past
letter receipt to manager
@ 2026-11-24 10:04
reply manager to case-assigned
| oordeel: gegrond
| motivering: Het klopte niet.
| akkoord
letter refused to manager says "Eerst komt het voorbeeld van de brief"
no letter receipt to manager
no letter verdict to eva@gezin.example
@ 2026-11-24 10:05
reply manager to case-assigned
| oordeel: gegrond
| motivering: Het klopte niet.
| maatregel: fruit bestellen, uiterlijk 1 februari 2027, manager
| maatregel: rooster maken, uiterlijk 1 februari 2027, manager
letter verdict-preview to manager
@ 2026-11-24 10:06
reply manager to verdict-preview
| motivering:
letter refused to manager says "Nodig is: de tekst"
no letter receipt to manager
@ 2026-11-24 10:07
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example
@ 2026-11-24 10:08
reply manager to case-assigned
| maatregel klaar: de ramen
letter refused to manager says "Welke maatregel is klaar?"
no letter receipt to manager
@ 2026-11-24 10:09
reply manager to case-assigned
| maatregel klaar: 24 november
letter refused to manager says "Welke maatregel is klaar?"
no letter receipt to manager
// The file is listed for destruction: that is not the handler's to approve.
@ 2028-04-24 09:00
letter destruction-list to quality
@ 2028-04-24 10:00
reply manager to case-assigned
| akkoord
letter refused to manager says "Vernietiging keurt de kwaliteitsfunctionaris goed"
no letter receipt to manager

@ 2028-04-24 10:01
reply quality to destruction-list
| akkoord
letter receipt to quality
@ 2028-05-24 09:00
letter destruction-done to quality
@ 2028-05-24 10:00
reply manager to case-assigned
| heropen: er is iets nieuws
letter refused to manager says "Het dossier van MIK-2026-0001 is vernietigd"
no letter acknowledgement to manager
cases 1
