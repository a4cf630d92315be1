# MIK & PIW 2021: both sides and a joint talk before the verdict; no extension; the filled-in form after it
clauses: MIK21-4.1 MIK21-4.5 MIK21-5.1 MIK21-5.2 MIK21-6.2B MIK21-6.4.2 MIK21-6.4.3 MIK21-6.4.4 MIK21-6.4.5 MIK21-6.4.6 MIK21-6.4.7 MIK21-6.4.8 MIK21-6.4.9 MIK21-7.1 MIK21-8.2 MIK21-8.5 MIK21-6.4.1
organisation: mik21

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 kreeg mijn dochter bij De Vlinder geen fruit van Kim Bos. Ik wil dat dit verandert.
letter case-assigned to manager
letter acknowledgement to eva@gezin.example says "maandag 4 januari 2027"
@ 2026-12-01 09:00
letter digest to manager says "Te laat: contact met de klager (uiterlijk maandag 30 november 2026)"
letter digest to quality says "taak van Joke de Vries"
case terms.contact.state = missed
@ 2026-12-01 10:00
reply manager to case-assigned
| verlengen: 1 december, reden: druk met andere zaken
letter refused to manager says "kent geen verlenging"
@ 2026-12-01 10:30
reply manager to case-assigned
| kwaliteit: wat zegt ons voedingsbeleid hierover?
letter quality-question to quality
@ 2026-12-02 10:00
reply manager to case-assigned
| hoor: beiden, 2 december, gesprek
@ 2026-12-02 10:10
reply manager to case-assigned
| oordeel: gegrond
| motivering: Er was te weinig fruit ingekocht.
| maatregel: inkooplijst, uiterlijk 15 december 2026
letter refused to manager says "gezamenlijk gesprek"
@ 2026-12-03 10:00
reply manager to case-assigned
| gesprek: niet, ouder vond het zo duidelijk
@ 2026-12-03 11:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: Er was te weinig fruit ingekocht.
| maatregel: inkooplijst, uiterlijk 15 december 2026
@ 2026-12-03 12:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example says "0900-1877" says "070-310 53 10"
letter closed to manager
// The regulation is silent on keeping: eighteen months, never for ever.
case keepUntil = 2028-06-03
