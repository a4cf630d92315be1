# Partou over King's Day: the next manager is always told, personal contact within two working days, an agreed next word (worked example G4)
clauses: PARTOU-F1 PARTOU-F3 PARTOU-F4 PARTOU-1 PARTOU-2 PARTOU-3 PARTOU-4 PARTOU-5.1 PARTOU-5.2 PARTOU-5.3 PARTOU-IK1 PARTOU-E1 PARTOU-E2 PARTOU-E3
organisation: partou

@ 2026-04-24 20:30
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
letter acknowledgement to eva@gezin.example says "vrijdag 5 juni 2026" says "Geschillencommissie"
letter case-assigned to manager
letter superior-notice to regio not "vaste groep"
case terms.contact.due = 2026-04-29
case terms.final.due = 2026-06-05

@ 2026-04-28 09:00
@ 2026-04-29 17:50
reply manager to case-assigned
| gebeld: 29 april, uitgelegd hoe het verder gaat
| afspraak: 6 mei, ik bel terug over de vaste groep
letter receipt to manager
case terms.contact.state = met
case terms.promise.due = 2026-05-06
@ 2026-05-06 10:00
reply manager to case-assigned
| aan klager: vanaf 1 juni heeft uw zoon een vaste groep
letter message to eva@gezin.example says "vanaf 1 juni"
case terms.promise.state = met

@ 2026-05-20 10:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: De groepen zijn te vaak gewisseld.
| maatregel: vaste groepen, uiterlijk 1 juni 2026, regio
| betreft: medewerker
letter verdict-preview to manager says "De andere kant is niet gehoord"
@ 2026-05-20 11:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example says "maandag 1 juni 2026" says "0900-1877" says "070-310 53 10"
