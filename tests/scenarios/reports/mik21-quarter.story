# MIK & PIW 2021: after every quarter number and nature go to the quality officer for the management team; once a year the external route is public
clauses: MIK21-8.3 MIK21-8.4
organisation: mik21

@ 2026-09-14 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
@ 2026-10-01 12:00
letter report to quality not "Eva"
@ 2027-02-01 12:00
letter report-approval to quality
