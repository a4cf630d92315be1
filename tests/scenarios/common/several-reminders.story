# Two complaints lie with one manager and a third with another. On the morning that both of the first are due, she gets one mail that lists them, and
# not two; the other manager gets his as ever. She answers that one mail for both cases, each under its own number.
clauses:
organisation: wijkz

@ 2026-11-23 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De Vlinder was vrijdag dicht zonder bericht. Ik wil bericht.
mail Omar Said <omar@gezin.example>: klacht over De Vlinder
| Bij De Vlinder is het altijd koud. Ik wil dat de kachel aan gaat.
mail Lot Kok <lot@gezin.example>: klacht over De Beer
| De Beer belt nooit terug. Ik wil dat er wordt gebeld.
@ 2026-12-07 09:00
letter digest to manager says "2 klachten" "WIJ-2026-0001 · De Vlinder" "Schrijf de klager hoe het gaat" "WIJ-2026-0002" not "kachel" not "WIJ-2026-0003"
no letter progress to manager
letter progress to manager2
case 1: letters.progress.state = bundled
@ 2026-12-07 10:00
reply manager to digest
| WIJ-2026-0001
| contact: 7-12-2026, gebeld, we maken een afspraak
|
| [WIJ-2026-0002]
| aan klager: Vanmiddag komt de monteur.
letter receipt to manager says "WIJ-2026-0001"
letter message to omar@gezin.example says "Vanmiddag komt de monteur"
no letter message to eva@gezin.example
case 1: events has contact
