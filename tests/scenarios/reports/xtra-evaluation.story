# Xtra: every three years the board is asked to evaluate the regulation, six and three months before
clauses: XTRA-11
organisation: wijkz

@ 2027-11-19 09:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| De deur van De Vlinder ging niet open. Ik wil een werkende bel. Sanne Bakker, 06 12345678
letter evaluate-regulation to board says "zondag 21 mei 2028"
@ 2028-02-21 09:00
letter evaluate-regulation to board
