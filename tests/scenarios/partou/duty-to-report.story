# Partou: the director uses the duty to report without having confirmed the signal first: the procedure closes, our own people are told, the complainant
# hears nothing until a person releases a text
clauses: PARTOU-M2
organisation: partou

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: De Vlinder
| De leidster van De Vlinder heeft mijn zoon geslagen. Zij sloeg hem op zijn arm.
letter signal to director
@ 2026-11-23 11:00
reply director to signal
| meldplicht: De vertrouwensinspecteur is gebeld.
letter receipt to director not "bevestig: geweld"
letter reporting-duty to quality says "De klachtprocedure is gestopt" not "Dank dat u ons schreef"
no letter to eva@gezin.example
case outcome = reporting-duty
case terms.final.state = stopped
