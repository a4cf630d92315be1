# Partou: a question is answered and is no complaint; telling colleagues directly is only advice
clauses: PARTOU-I1 PARTOU-I2
organisation: partou

@ 2026-04-24 10:00
mail Eva Prins <eva@gezin.example>: vraag
| Hoe werkt de klachtenregeling precies en waar vind ik het formulier?
@ 2026-04-28 10:00
reply coordinator to triage
| vraag: U vindt het formulier op onze site onder Contact.
letter question to eva@gezin.example says "onder Contact"
case kind = question
case terms.final.state = stopped
