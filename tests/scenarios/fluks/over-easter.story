# Fluks over Easter: who handles it within five working days, an aim of three weeks, six weeks at most (worked example G3)
clauses: FLUKS-1.1 FLUKS-1.2 FLUKS-3.1 FLUKS-3.2 FLUKS-4.1 FLUKS-4.2 FLUKS-4.3 FLUKS-4.4 FLUKS-4.5 FLUKS-4.6 FLUKS-4.7 FLUKS-4.8 FLUKS-4.9 FLUKS-4.10 FLUKS-4.11 FLUKS-5.1 FLUKS-7
organisation: fluks

@ 2027-03-22 11:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De uren in ons contract met De Vlinder zijn veranderd zonder overleg. Ik wil mijn oude uren terug.
letter acknowledgement to eva@gezin.example says "maandag 3 mei 2027"
letter triage to coordinator
no letter case-assigned
case handler = null
case terms.handler-notice.due = 2027-03-30
case terms.handler-notice.state = running
case terms.target.due = 2027-04-12
case terms.final.due = 2027-05-03

@ 2027-03-30 10:00
reply coordinator to triage
| behandelaar: Joke de Vries
letter handler-notice to eva@gezin.example says "Joke de Vries"
case terms.handler-notice.state = met

@ 2027-04-13 09:00
letter digest to manager says "Schrijf de klager hoe het gaat"
no letter progress to eva@gezin.example
case terms.target.state = missed
@ 2027-04-13 10:00
reply manager to case-assigned
| verlengen: 13 april, reden: wij wachten op de planning
letter refused to manager says "kent geen verlenging"
@ 2027-04-13 10:10
reply manager to case-assigned
| voortgang: wij hebben de planning opgevraagd en bellen u vrijdag 16 april
letter progress to eva@gezin.example says "wij hebben de planning opgevraagd"
@ 2027-04-20 10:00
reply manager to case-assigned
| hoor: klager, 20 april, telefonisch
| oordeel: gegrond
| motivering: De wijziging had met u besproken moeten worden.
| maatregel: oude uren hersteld
letter refused to manager says "datum"
@ 2027-04-20 10:30
reply manager to case-assigned
| hoor: klager, 20 april, telefonisch
| oordeel: gegrond
| motivering: De wijziging had met u besproken moeten worden.
| maatregel: oude uren hersteld, uiterlijk 1 mei 2027
@ 2027-04-20 11:00
reply manager to verdict-preview
| akkoord
letter verdict to eva@gezin.example says "zaterdag 1 mei 2027" says "De wijziging had met u besproken" says "Geschillencommissie" not "Klachtenloket"
case terms.final.state = met
