# Partou: who asks how to complain, and what a day costs, asks a question. It is asked back, the clock runs meanwhile, and the coordinator answers it.
# With one word of what happened it is a complaint.
clauses: PARTOU-I2
organisation: partou

@ 2026-04-24 10:00
mail Eva Prins <eva@gezin.example>: vraag
| Hoe dien ik een klacht in? En wat kost een dag opvang?
letter clarify to eva@gezin.example says "vraag"
letter triage to coordinator
@ 2026-04-28 10:00
reply coordinator to triage
| vraag: U stuurt een mail naar dit adres. De tarieven staan op onze site.
letter question to eva@gezin.example says "De tarieven staan op onze site"
case kind = question

@ 2026-04-29 10:00
mail Omar Said <omar@gezin.example>: vraag
| Hoe dien ik een klacht in over De Vlinder? En wat kost een dag opvang?
letter acknowledgement to omar@gezin.example
no letter clarify to omar@gezin.example
case kind = complaint
