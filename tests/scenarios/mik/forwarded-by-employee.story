# MIK: an employee passes a parent's mail on; the parent is the complainant
clauses: MIK-6.2b
organisation: mik

@ 2026-11-23 10:00
mail Kim Bos <leidster@mik.example>: Fwd: ontevreden over De Vlinder
| Hierbij een klacht die ik van een ouder kreeg.
|
| ---------- Doorgestuurd bericht ---------
| Van: Lotte Kuiper <lotte@gezin.example>
| Datum: vr 20 nov 2026 om 17:02
| Onderwerp: ontevreden over De Vlinder
| Aan: Kim Bos <leidster@mik.example>
|
| Beste Kim, bij De Vlinder is mijn zoon weer zonder laarzen het water in gegaan. Ik wil dat dit stopt.
letter acknowledgement to lotte@gezin.example
no letter acknowledgement to leidster
case complainant.email = lotte@gezin.example
