# MIK in 2031: 27 April is a Sunday, so the King's birthday is kept on Saturday, and Monday is a working day
clauses: MIK-6.2C.3
organisation: mik

@ 2031-04-25 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| De groep van De Vlinder wisselt steeds. Ik wil een vaste groep voor mijn zoon.
case terms.contact.due = 2031-05-02
case terms.final.due = 2031-06-06
@ 2031-05-02 09:00
letter reminder to manager
letter reminder to regio
@ 2031-05-02 16:00
reply manager to case-assigned
| gebeld: vandaag, uitgelegd hoe het gaat
case terms.contact.state = met
