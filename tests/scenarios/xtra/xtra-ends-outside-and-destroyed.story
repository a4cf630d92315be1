# Xtra itself: a complaint on a decision, kept eighteen months while the organisation has not said how long the law wants, listed thirty days before and then
# destroyed; and one that goes to the committee meanwhile, whose file stays as long as that has it
clauses: XTRA-7.3 XTRA-7.4 XTRA-8.9
organisation: xtra

@ 2026-11-12 10:00
mail Kim Lie <kim@thuis.example>: Klacht over besluit
| Op 5 november 2026 heeft uw organisatie besloten om De Vlinder te sluiten. Ik wil dat het open blijft. Kim Lie, 06 11223344
letter acknowledgement to kim@thuis.example says "donderdag 24 december 2026" says "na 18 maanden"
case nature has procedures
@ 2026-11-13 10:00
reply manager to case-assigned
| voorleggen: mag een klacht over een besluit van de gemeente bij ons?
letter refer to clerk says "Externe Klachtencommissie Xtra"
@ 2026-11-20 10:00
reply manager to case-assigned
| antwoord voorzitter: ja, want de organisatie voert het uit
| hoor: klager, 19 november, telefonisch
@ 2026-12-01 10:00
reply manager to case-assigned
| oordeel: ongegrond
| motivering: Het besluit is zorgvuldig genomen.
| antwoord op wens: De Vlinder blijft dicht.
@ 2026-12-01 11:00
reply manager to verdict-preview
| akkoord
letter verdict to kim@thuis.example not "SKJ" not "Geschillencommissie"
case terms.final.met = 2026-12-01
case keepUntil = 2028-06-01

@ 2026-12-02 10:00
mail Piet Post <piet@thuis.example>: Klacht De Beer
| Een vrijwilliger van De Beer schreeuwde op 27 november 2026 tegen mij. Ik wil excuses. Piet Post, 06 99887766
case terms.final.due = 2027-01-13
@ 2026-12-07 10:00
reply piet@thuis.example to acknowledgement
| Ik heb mijn klacht vandaag ook ingediend bij de Externe Klachtencommissie Xtra.
letter signal to manager2 says "Klachtencommissie"
@ 2026-12-08 10:00
reply manager2 to case-assigned
| extern: Externe Klachtencommissie Xtra, 7 december 2026
letter already-external to piet@thuis.example says "stoppen wij"
letter clerk-extract to clerk
case outcome = external
case terms.final.state = stopped
case keepUntil = null

@ 2028-05-02 10:00
letter destruction-list to quality says "donderdag 1 juni 2028"
@ 2028-06-01 10:00
letter destruction-done to quality says "XTR-2026-0001" not "XTR-2026-0002"
case 1: stage = purged
case 2: outcome = external
