# The complainant's name stays hidden from the person complained about, whose side is heard all the same
clauses: 
organisation: wijkz

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| Een medewerker van De Vlinder deed onaardig. Ik wil excuses. Liever niet dat de leidster weet dat ik dit schreef. Sanne Bakker, 06 12345678
letter identity-shield to sanne@gezin.example
@ 2026-11-24 10:00
reply manager to case-assigned
| betreft: medewerker, Kim Bos
| vraag reactie: 1 december, U zou onaardig zijn geweest tegen een bezoeker.
letter reaction-request to leidster says "onaardig" not "Sanne" not "sanne@gezin.example"
@ 2026-11-25 10:00
reply leidster to reaction-request
| Ik was kort omdat het druk was.
letter contribution to manager says "omdat het druk was"
