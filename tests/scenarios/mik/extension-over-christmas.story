# MIK childcare: six weeks end on Christmas Day, the term is extended once, the verdict follows (worked example G1)
clauses: MIK-1.1 MIK-1.2 MIK-3.1 MIK-4.2 MIK-4.3 MIK-4.4 MIK-4.6 MIK-5.1 MIK-5.5 MIK-6.2C.1 MIK-6.2C.2 MIK-6.2C.3 MIK-6.2C.5 MIK-6.4.0 MIK-6.4.6 MIK-6.4.7 MIK-6.4.8 MIK-6.5.1 MIK-6.5.2 MIK-6.5.3 MIK-7.1.1 MIK-7.1.2 MIK-7.1.3 MIK-7.1.4 MIK-8.1 MIK-8.2 MIK-B1.1 MIK-B1.3
organisation: mik

@ 2026-11-13 16:40
mail Eva Prins <eva@gezin.example>: Klacht over De Vlinder
| Op 2 november 2026 is mijn dochter bij De Vlinder zonder jas naar buiten gestuurd.
| Niemand heeft ons gebeld. Ik wil graag dat dit wordt uitgezocht.
letter acknowledgement to eva@gezin.example says "vrijdag 25 december 2026" says "Joke de Vries"
letter case-assigned to manager
case handler = manager
case service = childcare
case late = False
case terms.ack.state = met
case terms.contact.due = 2026-11-20
case terms.contact-week.due = 2026-11-20
case terms.final.due = 2026-12-25
case terms.final.workBy = 2026-12-24
case terms.final.legalLimit = 2026-12-28

@ 2026-11-18 10:00
reply manager to case-assigned
| contact: 18 november, telefonisch, procedure uitgelegd en doel van zes weken genoemd
letter receipt to manager
case terms.contact.state = met
case terms.contact.met = 2026-11-18
case terms.contact-week.state = met
case stage = in-contact

// Half-way, three quarters, five working days before, and on the last working day.
@ 2026-12-04 09:00
letter digest to manager says "Stuur de klager het oordeel, uiterlijk donderdag 24 december 2026"
@ 2026-12-14 09:00
letter reminder to manager

@ 2026-12-15 11:00
reply manager to case-assigned
| verlengen: 15 december
letter refused to manager says "Waarom is meer tijd nodig"
case terms.final.due = 2026-12-25

@ 2026-12-15 11:30
reply manager to case-assigned
| verlengen: 15 december, reden: de medewerker om wie het gaat is ziek en moet nog worden gehoord
letter receipt to manager
letter extension to eva@gezin.example says "vrijdag 22 januari 2027" says "dinsdag 15 december 2026" says "de medewerker om wie het gaat is ziek" says "Geschillencommissie"
case terms.final.due = 2027-01-22
case terms.final.legalLimit = 2026-12-28

@ 2027-01-05 10:00
reply manager to case-assigned
| verlengen: 4 januari, reden: nog steeds ziek
letter refused to manager says "vaker mag niet"

@ 2027-01-19 10:00
reply manager to case-assigned
| hoor: klager, 18 november, telefonisch
| hoor: betrokkene, 12 januari, gesprek op locatie
letter receipt to manager
@ 2027-01-19 11:00
reply manager to case-assigned
| oordeel: gegrond
| motivering: De groep heeft niet gecontroleerd of alle kinderen een jas aanhadden. Dat had wel gemoeten.
| maatregel: jassencontrole bij de deur, uiterlijk 1 februari 2027, manager
letter verdict-preview to manager says "gegrond"
no letter verdict
case stage = verdict-previewed

@ 2027-01-20 09:30
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example says "De groep heeft niet gecontroleerd" says "maandag 1 februari 2027" says "0900-1877" says "070-310 53 10" says "klachtenloket" says "Geschillencommissie"
letter closed to manager
case outcome = decided
case terms.final.state = met
case terms.final.met = 2027-01-20
case keepUntil = 2028-07-20
case measures.1.due = 2027-02-01

// The file is listed thirty days ahead; without approval nothing is destroyed.
@ 2028-06-20 09:00
letter destruction-list to quality says "Zonder uw akkoord"
@ 2028-06-21 10:00
reply quality to destruction-list
| akkoord
letter receipt to quality
@ 2028-07-20 09:00
letter destruction-done to quality not "Eva"
case stage = purged
