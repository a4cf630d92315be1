# MIK: an employee passes a parent's mail on; the parent is the complainant, and what the employee wrote above it stays inside
clauses: MIK-6.2b
organisation: mik

@ 2026-11-23 10:00
mail Kim Bos <leidster@mik.example>: Fwd: ontevreden over De Vlinder
| Hierbij een klacht van deze moeder. Ze klaagt wel vaker.
|
| ---------- Doorgestuurd bericht ---------
| Van: Lotte Kuiper <lotte@gezin.example>
| Datum: vr 20 nov 2026 om 17:02
| Onderwerp: ontevreden over De Vlinder
| Aan: Kim Bos <leidster@mik.example>
|
| Beste Kim, bij De Vlinder is mijn zoon gisteren weer zonder laarzen het water in gegaan. Ik wil dat dit stopt.
letter acknowledgement to lotte@gezin.example says "zonder laarzen" not "klaagt wel vaker" not "Doorgestuurd bericht"
no letter acknowledgement to leidster
letter case-assigned to manager says "Kim Bos schreef hierbij" says "klaagt wel vaker"
case complainant.email = lotte@gezin.example
case complainant.name = Lotte Kuiper
case eventDate = 2026-11-19
