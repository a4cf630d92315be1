# Who asks how it stands, hears it; who may not see a case hears nothing
clauses: 
organisation: partou

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De Vlinder was vrijdag dicht zonder bericht. Ik wil bericht.
@ 2026-11-24 10:00
reply eva@gezin.example to acknowledgement
| status
letter status to eva@gezin.example says "Joke de Vries" says "maandag 4 januari 2027"
@ 2026-11-24 11:00
reply manager to case-assigned
| hulp
letter receipt to manager says "oordeel"
