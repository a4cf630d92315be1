# Xtra: who turns to an external body meanwhile ends the internal procedure; asking advice does not
clauses: XTRA-7.2 XTRA-7.3
organisation: jongleren

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 deed een medewerker van De Vlinder onbeschoft tegen mij. Ik wil excuses. Eva Prins, 06 12345678
@ 2026-11-30 10:00
reply eva@gezin.example to acknowledgement
| Ik heb dit al bij de Geschillencommissie ingediend.
letter signal to manager says "Geschillencommissie"
case outcome = null
@ 2026-12-01 10:00
reply manager to signal
| extern: Klachtenloket, 30 november
letter refused to manager says "geeft advies"
case outcome = null
@ 2026-12-01 11:00
reply manager to signal
| extern: Geschillencommissie, 30 november 2026
letter already-external to eva@gezin.example says "Geschillencommissie"
case outcome = external
case terms.final.state = stopped
