# MIK & PIW 2021, social work: the provincial committee only, and binding advice by consent of both
clauses: MIK21-7.2 MIK21-7.3 MIK21-6.2A
organisation: piw21

@ 2026-11-23 10:00
mail Henk Bos <henk@gezin.example>: klacht over De Vlinder
| Op 19 november 2026 kwam de begeleider van De Vlinder, Kim Bos, niet opdagen. Ik wil een andere begeleider.
@ 2026-11-24 10:00
reply manager to case-assigned
| hoor: beiden, 24 november, gesprek
| gesprek: 24 november, klager en begeleider, afgesproken is beter bellen
@ 2026-11-24 11:00
reply manager to case-assigned
| oordeel: ongegrond
| motivering: De afspraak was op verzoek van de client verzet.
@ 2026-11-24 12:00
reply manager to verdict-preview
| akkoord
letter verdict to henk@gezin.example says "6000 AC Weert" not "Klachtenloket" not "SKJ" not "Jeugdstem"
@ 2026-12-10 10:00
reply manager to closed
| extern: provinciale klachtencommissie, 10 december 2026
@ 2027-02-01 10:00
reply manager to closed
| extern-uitspraak: ongegrond, 1 februari 2027, geaccepteerd ja
| De commissie is van oordeel dat de afspraak tijdig is verzet. Dat de klager
| op 19 november thuis wachtte, maakt de klacht niet gegrond.
letter receipt to manager says "het advies zelf"
letter binding-consent to henk@gezin.example says "de klacht is ongegrond" says "tijdig is verzet" says "Provinciale Klachtencommissie"
no letter binding-consent to manager
case external.ruling = unfounded
case external.ruledOn = 2027-02-01
case keepUntil = null
