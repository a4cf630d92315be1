# Xtra: where the regulation is silent the chair of the external committee decides; the clerk passes it on
clauses: XTRA-7.4 XTRA-6.6
organisation: wijkz

@ 2026-11-23 10:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| De Vlinder helpt mij niet meer omdat ik verhuisd ben. Ik wil weer hulp. Sanne Bakker, 06 12345678
@ 2026-11-24 10:00
reply manager to case-assigned
| voorleggen: geldt de regeling voor iemand die verhuisd is?
letter refer to clerk says "geldt de regeling voor iemand die verhuisd is"
letter receipt to manager
@ 2026-11-30 10:00
reply clerk to refer
| antwoord voorzitter: ja, want de hulp begon voor de verhuizing
letter contribution to manager says "want de hulp begon voor de verhuizing"
