# Who judges a signal, which, and once
clauses:
organisation: mik

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 heeft Kim Bos van De Vlinder mijn dochter uitgescholden en gediscrimineerd. Ik wil een schadevergoeding en stel u aansprakelijk.
@ 2026-11-24 10:00
reply manager to case-assigned
| bevestig:
letter refused to manager says "Om welk signaal gaat het?"
no letter receipt to manager
@ 2026-11-24 10:01
reply manager to case-assigned
| bevestig: diefstal
letter refused to manager says "geen signaal “diefstal”"
no letter receipt to manager
@ 2026-11-24 10:02
reply finance to liability
| bevestig: discriminatie
letter refused to finance says "Dit signaal beoordelen is niet aan u"
no letter receipt to finance
@ 2026-11-24 10:03
reply manager to case-assigned
| bevestig: discriminatie
letter receipt to manager
@ 2026-11-24 10:04
reply manager to case-assigned
| bevestig: discriminatie
letter refused to manager says "al bevestigd"
no letter receipt to manager
@ 2026-11-24 10:05
reply manager to case-assigned
| verwerp: aansprakelijkheid, het gaat haar om excuses
letter receipt to manager
@ 2026-11-24 10:06
reply manager to case-assigned
| bevestig: aansprakelijkheid
letter refused to manager says "al verworpen"
no letter receipt to manager
@ 2026-11-24 10:07
reply manager to case-assigned
| opschalen: nee
letter refused to manager says "Een “nee” heeft een reden nodig"
no letter receipt to manager
@ 2026-11-24 10:08
reply finance to liability
| bewaren tot: 1 januari 2020, verzekering
letter refused to finance says "een datum die nog komt, en een reden"
no letter receipt to finance
