# MIK social work: a report calls an external body by its name, as letters do
clauses: MIK-8.5
organisation: piw

@ 2026-09-14 10:00
mail Henk Bos <henk@gezin.example>: klacht over De Vlinder
| De begeleider van De Vlinder komt steeds te laat. Ik wil een andere begeleider.
@ 2026-10-01 10:00
reply manager to case-assigned
| extern: pkc, 1 oktober 2026
letter receipt to manager says "Provinciale Klachtencommissie"
@ 2027-01-04 12:00
letter report to quality says "Provinciale Klachtencommissie" not "provinciale-klachtencommissie"
