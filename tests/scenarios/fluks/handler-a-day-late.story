# Fluks: the name of the handler one day late is a missed term, and a bare receipt does not meet it
clauses: FLUKS-4.1
organisation: fluks

@ 2027-03-22 11:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De uren in ons contract met De Vlinder zijn veranderd. Ik wil mijn oude uren terug.
@ 2027-03-30 09:00
no letter reminder to manager
letter digest to coordinator says "wie behandelt"
@ 2027-03-31 09:00
letter overdue to quality
letter digest to coordinator
no letter overdue to manager
case terms.handler-notice.state = missed
@ 2027-03-31 10:00
reply coordinator to triage
| behandelaar: manager
letter handler-notice to eva@gezin.example
case terms.handler-notice.state = missed
case terms.handler-notice.met = 2027-03-31
