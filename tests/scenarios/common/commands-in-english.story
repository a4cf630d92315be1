# Commands in English do the same; a mistyped one changes nothing and loses nothing
clauses: 
organisation: mik

@ 2026-11-23 10:00
mail Grace Miller <grace@home.example>: complaint about De Vlinder
| My daughter was left outside at De Vlinder without a coat. Nobody called us. I would like an apology.
letter acknowledgement to grace@home.example says "Monday 4 January 2027"
@ 2026-11-24 10:00
reply manager to case-assigned
| contact: 24 November, called, explained the procedure
| hearing: both, 24 November, talk at the location
letter receipt to manager
case terms.contact.state = met
@ 2026-11-24 11:00
reply manager to case-assigned
| verdict: founded
| reasns: The group did not check coats.
letter refused to manager says "reasns"
case stage = investigating
@ 2026-11-24 12:00
reply manager to case-assigned
| verdict: founded
| reasons: The group did not check coats.
| measure: check at the door, by 1 February 2027, manager
letter verdict-preview to manager
@ 2026-11-24 13:00
reply manager to verdict-preview
| approve
letter verdict to grace@home.example says "Monday 1 February 2027"
case outcome = decided
