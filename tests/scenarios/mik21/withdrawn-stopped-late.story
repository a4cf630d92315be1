# MIK & PIW 2021: withdrawn with the reason; late is asked about; no cooperation is a person's decision
clauses: MIK21-9.1 MIK21-9.2 MIK21-5.3
organisation: mik21

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 1 augustus 2026 kreeg mijn dochter bij De Vlinder geen fruit van Kim Bos. Ik wil excuses.
letter late-explanation to eva@gezin.example
case late = True
@ 2026-11-24 10:00
reply manager to case-assigned
| ingetrokken:
letter withdrawn to eva@gezin.example
case outcome = withdrawn
@ 2026-11-25 10:00
mail Lies Blom <lies@gezin.example>: klacht over De Beer
| Op 19 november 2026 was De Beer dicht. Kim Bos wist van niets. Ik wil bericht.
@ 2026-11-26 10:00
reply manager2 to case-assigned
| stoppen: geen antwoord op drie vragen
case 2: outcome = not-handled
