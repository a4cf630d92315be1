# Partou: going to the Geschillencommissie meanwhile does not end the procedure by itself: a person says so
clauses: PARTOU-E3
organisation: partou

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
@ 2026-11-25 10:00
reply manager to case-assigned
| extern: Geschillencommissie, 24 november 2026
letter receipt to manager
case outcome = null
case terms.final.state = running
