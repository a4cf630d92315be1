# What has been done already, or is no longer there to be done, is refused and said so
clauses:
organisation: jongleren

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 was het bij De Vlinder weer koud. Ik wil dat de kachel aan gaat. Eva Prins, 06 12345678
letter case-assigned to manager
@ 2026-11-24 10:00
reply manager to case-assigned
| opschorten: wachten op de klager, tot 10 december
letter suspended to eva@gezin.example
@ 2026-11-24 10:01
reply manager to case-assigned
| opschorten: nog eens
letter refused to manager says "De zaak is al opgeschort" says "hervatten"
no letter receipt to manager
@ 2026-11-24 10:02
reply manager to case-assigned
| hervatten: de gegevens zijn er
letter resumed to eva@gezin.example
@ 2026-11-24 10:03
reply manager to case-assigned
| antwoord voorzitter: het mag
letter refused to manager says "Er ligt geen vraag bij de voorzitter" says "voorleggen"
no letter receipt to manager
@ 2026-11-24 10:04
reply manager to case-assigned
| voorleggen: de regeling zegt niet wat te doen als de locatie dicht is
letter refer to clerk
@ 2026-11-24 10:05
reply manager to case-assigned
| antwoord voorzitter:
letter refused to manager says "Nodig is: het antwoord van de voorzitter"
no letter receipt to manager
@ 2026-11-24 10:06
reply manager to case-assigned
| te laat: geaccepteerd
letter refused to manager says "geaccepteerd ja of nee, en een reden"
no letter receipt to manager
@ 2026-11-24 10:07
reply manager to case-assigned
| te laat: geaccepteerd nee, dit is te lang geleden
letter refused to manager says "niet te laat ingediend"
no letter receipt to manager
@ 2026-11-24 10:09
reply manager to case-assigned
| samenvoegen: JON-2026-0099
letter refused to manager says "Er is geen zaak “JON-2026-0099” die u mag zien"
no letter receipt to manager
@ 2026-11-24 10:10
reply manager to case-assigned
| samenvoegen:
letter refused to manager says "Met welke zaak?"
no letter receipt to manager
@ 2026-11-24 10:11
reply manager to case-assigned
| toelichting:
letter refused to manager says "Nodig is: de toelichting van de klager"
no letter receipt to manager
@ 2026-11-24 10:12
reply manager to case-assigned
| afwezig tot: ooit
letter refused to manager says "Tot wanneer"
no letter receipt to manager
@ 2026-11-24 10:13
reply manager to case-assigned
| extern: Geschillencommissie, 30 november 2026
letter refused to manager says "maandag 30 november 2026 moet nog komen"
no letter receipt to manager
@ 2026-11-24 10:14
reply manager to case-assigned
| extern: Geschillencommissie, 23 november 2026
letter already-external to eva@gezin.example
case outcome = external
@ 2026-11-24 10:15
reply manager to case-assigned
| extern: Geschillencommissie, 23 november 2026
letter refused to manager says "ligt al bij een externe instantie"
no letter receipt to manager
@ 2026-11-24 10:16
reply manager to case-assigned
| extern-uitspraak: geen idee
letter refused to manager says "Wat is de uitspraak?"
no letter receipt to manager
@ 2026-11-24 10:17
reply manager to case-assigned
| extern-uitspraak:
letter refused to manager says "Nodig is: de uitspraak"
no letter receipt to manager
@ 2026-11-24 10:18
reply manager to case-assigned
| bezwaar: 1 december, gesprek met de directie
letter refused to manager says "nog geen oordeel"
no letter receipt to manager
@ 2026-11-24 10:19
reply manager to case-assigned
| vrijgeven: toch wel
letter refused to manager says "Er is niets om vrij te geven"
no letter receipt to manager
@ 2026-11-24 10:20
reply manager to case-assigned
| heropen:
letter refused to manager says "Nodig is: een reden"
no letter receipt to manager
