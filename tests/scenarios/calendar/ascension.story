# Partou in the week of Ascension 2027: Liberation Day is a working day, Ascension is not, the Friday after it is
clauses: PARTOU-2 PARTOU-5.1
organisation: partou

@ 2027-05-04 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
case terms.contact.due = 2027-05-07
case terms.final.due = 2027-06-15
@ 2027-05-07 09:00
letter reminder to manager
@ 2027-05-07 15:00
reply manager to case-assigned
| contact: vandaag, telefonisch
case terms.contact.state = met
@ 2027-06-15 09:00
letter digest to manager says "Stuur de klager het oordeel, uiterlijk dinsdag 15 juni 2027"
@ 2027-06-16 09:00
letter overdue to manager
letter term-passed to eva@gezin.example
case terms.final.state = missed
