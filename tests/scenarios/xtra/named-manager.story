# Xtra: somebody of ours who is named, by an initial or a title, does not handle the complaint about her- or himself
clauses: XTRA-4c.3 XTRA-10.4
organisation: wijkz

@ 2026-11-23 10:00
mail Tom Bos <tom@gezin.example>: De Vlinder
| Op 10 november 2026 deed J. de Vries van De Vlinder onbeschoft tegen mij. Ik wil dat mijn naam niet genoemd wordt. Ik wil excuses.
no letter to manager
letter acknowledgement to tom@gezin.example says "Uw naam noemen we niet" not "delen wat u schrijft"

@ 2026-11-24 10:00
mail Noa Dam <noa@gezin.example>: De Beer
| Op 20 november 2026 schreeuwde meneer Mulder van De Beer tegen mij. Ik wil excuses.
no letter to manager2

@ 2026-11-25 10:00
mail Pien Dam <pien@gezin.example>: De Beer
| Op 20 november 2026 schreeuwde B. Mulder van De Beer tegen mij. Ik wil excuses.
no letter to manager2
