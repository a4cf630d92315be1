# A complaint that came to one organisation and is plainly about another: whoever handles it is shown so, and decides. Of a mail that names the organisation
# it came to, or a place of it, nothing is supposed.
clauses: XTRA-2.2
organisation: wijkz

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over jongleren
| Bij JongLeren deed een medewerker op 19 november onbeschoft tegen mij. Ik wil excuses. Eva Prins, 06 12345678
letter acknowledgement to eva@gezin.example not "JongLeren,"
letter triage to coordinator says "andere organisatie: JongLeren, klachten@jongleren.example"
@ 2026-11-23 11:00
reply coordinator to triage
| buiten-bereik: Uw klacht gaat over JongLeren. Waar: klachten@jongleren.example
letter out-of-scope to eva@gezin.example says "klachten@jongleren.example"
@ 2026-11-24 10:00
mail Omar Said <omar@gezin.example>: klacht over Wijkz
| Bij Wijkz werd ik onbeschoft behandeld, anders dan bij JongLeren. Ik wil excuses. Omar Said, 06 12345678
letter triage to coordinator not "andere organisatie"
@ 2026-11-25 10:00
mail Sanne Bakker <sanne@gezin.example>: klacht De Vlinder
| Bij De Vlinder deed iemand onbeschoft, zoals eerder bij JongLeren. Ik wil excuses. Sanne Bakker, 06 12345678
letter case-assigned to manager not "andere organisatie"
@ 2026-11-26 10:00
mail Jess Kok <jess@gezin.example>: klacht
| Een medewerker was onaardig tegen mij. Ik ging al naar de klachtencommissie Xtra. Ik wil excuses. Jess, 06 12345678
letter triage to coordinator not "andere organisatie"
