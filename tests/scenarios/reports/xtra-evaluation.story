# Xtra: every three years the board is asked to evaluate the regulation, six and three months before, with figures; and three years on again
clauses: XTRA-11 XTRA-7.4
organisation: xtra

@ 2027-09-13 10:00
mail Kim Lie <kim@thuis.example>: klacht De Vlinder
| De deur van De Vlinder ging niet open. Ik wil een werkende bel. Kim Lie, 06 12345678
@ 2027-09-14 10:00
reply manager to case-assigned
| voorleggen: mag dit bij ons?
@ 2027-09-20 10:00
reply manager to case-assigned
| hoor: klager, 20 september, telefonisch
| oordeel: gegrond
| motivering: De bel was stuk.
@ 2027-09-20 11:00
reply manager to verdict-preview
| akkoord
letter verdict to kim@thuis.example
@ 2027-11-19 09:00
letter evaluate-regulation to board says "zondag 21 mei 2028" says "sinds woensdag 21 mei 2025" says "1 van 1" says "Klachten ingediend" not "Kim"
letter evaluate-regulation to quality
@ 2028-02-21 09:00
letter evaluate-regulation to board says "3 maanden"
@ 2028-05-22 09:00
no letter evaluate-regulation
@ 2030-11-21 09:00
letter evaluate-regulation to board says "woensdag 21 mei 2031"
