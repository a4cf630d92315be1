# Fluks: feedback may be a tip; a person says so, and it is counted apart
clauses: FLUKS-1.3 FLUKS-2.1 FLUKS-2.2
organisation: fluks

@ 2027-03-22 11:00
mail Eva Prins <eva@gezin.example>: tip voor De Vlinder
| Misschien is een extra fietsenrek bij De Vlinder handig? Het staat vaak vol.
@ 2027-03-23 10:00
reply coordinator to triage
| tip: doorgegeven aan de locatie
letter dissatisfaction to eva@gezin.example says "Dank voor uw tip" not "niet tevreden"
case kind = dissatisfaction
case terms.final.state = stopped
