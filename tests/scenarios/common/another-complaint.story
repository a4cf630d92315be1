# An answer that makes another complaint: who handles it is told how to give it a case of its own
organisation: jongleren

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was De Vlinder dicht. Ik wil excuses.
@ 2026-11-23 11:00
reply eva@gezin.example to acknowledgement
| Op die dag had mijn zoon ook geen jas. Dank alvast.
letter contribution to manager not "splitsen` met"
@ 2026-11-23 12:00
reply eva@gezin.example to acknowledgement
| Verder klopt de rekening niet. Ik dien daarover nog een klacht in.
letter contribution to manager says "nog een klacht" says "splitsen"
@ 2026-11-23 13:00
reply manager to contribution
| splitsen: de rekening klopt niet
letter receipt to manager
cases 2
