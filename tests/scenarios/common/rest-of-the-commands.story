# What no other story shows: the nature of a complaint, personnel matters, money, the duty to report, an explanation of a late complaint, and mail that
# was set aside and made a complaint after all
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was Kim Bos van De Vlinder onvriendelijk tegen mijn dochter. Ik wil dat dit verandert.
@ 2026-11-23 11:00
reply manager to case-assigned
| aard: communicatie
| mwo: Kim Bos vraagt om steun.
| aansprakelijk: De ouders vragen om vergoeding van een jas.
letter receipt to manager
letter hr to hr
letter liability to finance
case nature has communicatie
@ 2026-11-24 10:00
mail Omar Said <omar@gezin.example>: klacht over De Vlinder
| Op 10 januari 2023 was de groep van De Vlinder dicht. Ik wil excuses.
letter late-explanation to omar@gezin.example
@ 2026-11-25 10:00
reply manager to case-assigned
| toelichting: De klager was lang ziek.
letter receipt to manager
@ 2026-11-25 11:00
reply manager to case-assigned
| te laat: geaccepteerd ja, hij was lang ziek
letter receipt to manager

@ 2026-11-26 10:00
spam Lot Kok <lot@gezin.example>: URGENT
| De Beer belt nooit terug. Ik wil dat er wordt gebeld.
cases 2
@ 2026-11-27 09:00
letter quarantine-digest to coordinator says "De Beer belt nooit terug"
@ 2026-11-27 10:00
reply coordinator to quarantine-digest
| redden: 6
cases 3
letter acknowledgement to lot@gezin.example
