# MIK: somebody complains for another: a mandate is asked for, the procedure goes on meanwhile
clauses: MIK-2.2
organisation: piw

@ 2026-11-23 10:00
mail Ria Vos <ria@gezin.example>: klacht namens mijn buurvrouw
| Ik schrijf voor mijn buurvrouw. De begeleider van De Vlinder kwam drie keer niet. Zij wil een andere begeleider.
letter mandate to ria@gezin.example
case outcome = null
case terms.final.due = 2027-01-04
@ 2026-11-25 10:00
reply manager to case-assigned
| gemachtigd: ja, brief van de buurvrouw gezien
letter receipt to manager
