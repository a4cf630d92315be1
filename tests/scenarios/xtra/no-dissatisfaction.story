# Xtra: written displeasure is a complaint; it cannot be put away as less; one outside our influence can, by a person
clauses: XTRA-1.1 XTRA-7.1 XTRA-3a
organisation: wijkz

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| Ik ben ontevreden over de gemeente en De Vlinder. Ik wil dat mijn aanvraag wordt toegekend. Sanne Bakker, 06 12345678
@ 2026-11-24 10:00
reply manager to case-assigned
| onvrede: valt wel mee
letter refused to manager says "elke schriftelijke uiting van ontevredenheid een klacht"
case kind = complaint
@ 2026-11-24 11:00
reply manager to case-assigned
| buiten bereik: de gemeente beslist over deze aanvraag; waar: klachten@gemeente.example
letter out-of-scope to sanne@gezin.example says "klachten@gemeente.example"
case outcome = out-of-scope
