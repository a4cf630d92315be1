# Xtra from Christmas Eve over New Year: the holidays do not count for working days, and do for weeks
clauses: XTRA-4b XTRA-4d.1
organisation: wijkz

@ 2026-12-24 15:00
mail Sanne Bakker <sanne@gezin.example>: De Vlinder
| De deur van De Vlinder ging niet open. Ik wil een werkende bel. Sanne Bakker, 06 12345678
case terms.ack.due = 2027-01-04
case terms.ack.met = 2026-12-24
case terms.final.due = 2027-02-04
case terms.final.workBy = 2027-02-04
