# A parent phones. What the member of staff writes down is read as a mail would be: a child may be unsafe, and who guards that hears it at once. The
# location is misspelled, the date stands in the words, and the manager it is about does not get it.
clauses:
organisation: jongleren

@ 2026-11-23 10:00
mail Coördinator <coordinator@jongleren.example>: telefoon
| registreer:
| naam: Eva Prins
| telefoon: 06 12345678
| kanaal: telefoon
| locatie: de vlindr
| omschrijving: Op 19 november 2026 heeft Kim Bos haar zoon geslagen op de groep. Hij had een blauwe plek.
| gewenste oplossing: dat zij niet meer op de groep staat
letter receipt to coordinator says "JON-2026-0001"
letter signal to officer says "geslagen"
case location = null
case eventDate = 2026-11-19
case signals has child-abuse
case channel = phone
