# MIK: a complaint that came by phone is written down by the manager and confirmed
clauses: MIK-6.2B.1 MIK-6.2B.2 MIK-6.2B.3 MIK-6.2B.4 MIK-B1.2 MIK-6.1
organisation: mik

@ 2026-11-23 11:00
mail Joke de Vries <manager@mik.example>: telefonische klacht
| registreer:
| naam: Iris de Wit
| email: iris@gezin.example
| telefoon: 06 12345678
| kanaal: telefoon
| locatie: De Vlinder
| datum gebeurtenis: 19 november 2026
| omschrijving: De groep was vrijdag te laat open en niemand kon zeggen waarom.
| gewenste oplossing: op tijd bericht als er iets verandert
letter acknowledgement to iris@gezin.example says "De groep was vrijdag te laat open" says "maandag 4 januari 2027"
letter receipt to manager says "MIK-2026-0001"
case channel = phone
case handler = manager
case complainant.phone = "06 12345678"
case eventDate = 2026-11-19
case terms.final.due = 2027-01-04

@ 2026-11-23 12:00
reply manager to case-assigned
| hoor: klager, 23 november, telefonisch gehoord en uitgelegd hoe het gaat
case terms.contact.state = met

@ 2026-11-24 09:00
mail Joke de Vries <manager@mik.example>: registreer
| registreer:
| naam: Iemand
letter refused to manager says "omschrijving"
cases 1
