# MIK: where it belongs is not clear: the coordinator is asked, and asked again until somebody has it
clauses: MIK-6.4.0 MIK-5.1
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht
| Mijn dochter kreeg geen fruit. Ik wil dat dit verandert.
letter acknowledgement to eva@gezin.example
letter triage to coordinator
case handler = null
@ 2026-11-24 09:00
letter triage to coordinator
@ 2026-11-24 10:00
reply coordinator to triage
| behandelaar: Bart Mulder
letter case-assigned to manager2
letter handler-notice to eva@gezin.example says "Bart Mulder"
case handler = manager2
@ 2026-11-25 09:00
no letter triage
