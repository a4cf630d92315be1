# MIK: once a year the complaints that went to an external body are made public, released by the quality officer; zero is printed as zero
clauses: MIK-8.6
organisation: mik

@ 2026-09-14 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
@ 2027-02-01 12:00
letter report-approval to quality
