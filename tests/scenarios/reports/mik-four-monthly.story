# MIK: after every four months the figures go to the quality officer and the directors, on the first working day
clauses: MIK-8.5 MIK-4.7 MIK-4.8
organisation: mik

@ 2026-09-14 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
@ 2026-12-31 12:00
no letter report to quality
@ 2027-01-04 12:00
letter report to quality not "Eva"
letter report to director not "Eva"
