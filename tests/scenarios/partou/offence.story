# Partou: violence by an employee: the duty to report comes first and closes the procedure, once a person confirms
clauses: PARTOU-M2
organisation: partou

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: De Vlinder
| De leidster van De Vlinder heeft mijn zoon geslagen. Zij sloeg hem op zijn arm.
letter signal to director says "0900-111 3 111"
case outcome = null
@ 2026-11-23 11:00
reply director to signal
| bevestig: geweld, vertrouwensinspecteur is gebeld
case outcome = reporting-duty
case terms.final.state = stopped
no letter reporting-duty to eva@gezin.example
@ 2026-11-25 10:00
reply director to signal
| vrijgeven:
letter reporting-duty to eva@gezin.example not "geslagen"
