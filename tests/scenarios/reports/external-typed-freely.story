# MIK social work: a body that nobody knows is typed by a person, and may hold a name: no report prints it
clauses: MIK-8.5
organisation: piw

@ 2026-09-14 10:00
mail Henk Bos <henk@gezin.example>: klacht over De Vlinder
| De begeleider van De Vlinder komt steeds te laat. Ik wil een andere begeleider.
@ 2026-10-01 10:00
reply manager to case-assigned
| extern: de advocaat van Henk Bos, 1 oktober 2026
letter receipt to manager says "advocaat"
@ 2027-01-04 12:00
letter report to quality says "Andere instantie" not "advocaat" not "Henk"
