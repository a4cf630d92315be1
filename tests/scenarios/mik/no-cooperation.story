# MIK: an anonymous complaint: what we can and cannot do; suspended, resumed and at last stopped, each by a person with a reason
clauses: MIK-9.2
organisation: mik

@ 2026-11-23 10:00
mail bezorgdeouder@anoniem.example <bezorgdeouder@anoniem.example>: klacht over De Vlinder
| Bij De Vlinder wordt er vaak gescholden op de groep. Ik wil anoniem blijven.
|
| Een bezorgde ouder
letter anonymous to bezorgdeouder@anoniem.example
@ 2026-12-07 09:00
letter digest to manager says "Vraag de klager om wat nog ontbreekt"
@ 2026-12-08 10:00
reply manager to case-assigned
| opschorten: wachten op antwoord van de klager, tot 10 januari 2027
letter suspended to bezorgdeouder@anoniem.example says "zondag 10 januari 2027"
case stage = suspended
case terms.final.state = running
@ 2026-12-09 10:00
reply manager to case-assigned
| hervatten: klager heeft gebeld
letter resumed to bezorgdeouder@anoniem.example
@ 2026-12-10 10:00
reply manager to case-assigned
| stoppen:
letter refused to manager says "een reden"
@ 2026-12-10 11:00
reply manager to case-assigned
| stoppen: klager wil niet zeggen om welke groep het gaat
letter stopped to bezorgdeouder@anoniem.example says "klager wil niet zeggen om welke groep het gaat"
case outcome = not-handled
