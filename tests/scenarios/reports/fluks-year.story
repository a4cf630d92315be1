# Fluks: the yearly inventory of formal complaints, published before 1 June and sent to the supervisor
clauses: FLUKS-6.1 FLUKS-6.2 FLUKS-6.3 FLUKS-4.12
organisation: fluks

@ 2026-09-14 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De uren in ons contract met De Vlinder zijn veranderd. Ik wil mijn oude uren terug.
@ 2027-02-01 12:00
letter report-approval to quality says "31 mei 2027"
@ 2027-05-28 12:00
letter report-approval to quality
