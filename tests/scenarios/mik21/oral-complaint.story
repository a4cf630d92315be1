# MIK & PIW 2021: an oral complaint is a complaint; what, where, when and who are asked for and confirmed
clauses: MIK21-1.1 MIK21-2.1 MIK21-2.2 MIK21-3.1–3.3 MIK21-4.2 MIK21-4.3 MIK21-4.4 MIK21-6.2C MIK21-6.3.1 MIK21-6.3.2 MIK21-6.3.3 MIK21-6.3.4 MIK21-6.4.0 MIK21-8.1
organisation: mik21

@ 2026-11-23 11:00
mail Joke de Vries <manager@mik21.example>: registreer
| registreer:
| naam: Iris de Wit
| email: iris@gezin.example
| kanaal: mondeling
| omschrijving: De groep was te laat open.
| locatie: De Vlinder
letter acknowledgement to iris@gezin.example says "De groep was te laat open" says "maandag 4 januari 2027"
letter incomplete to iris@gezin.example
case channel = oral
case missing has when
case missing has who
case terms.contact.due = 2026-11-30
case terms.contact-parties.due = 2026-11-30
case terms.final.due = 2027-01-04

@ 2026-11-24 10:00
reply manager to case-assigned
| hoor: klager, 24 november, telefonisch
case terms.contact.state = met
case terms.contact-parties.state = running
@ 2026-11-25 10:00
reply manager to case-assigned
| hoor: betrokkene, 25 november, gesprek met de groep
case terms.contact-parties.state = met
