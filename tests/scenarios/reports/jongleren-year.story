# Xtra, JongLeren: periodic figures to all who must have them; the yearly report of the law, drafted in time, released, and sent to supervisor, parents and parents' committees
clauses: XTRA-9.1 XTRA-9.2 XTRA-9.3 XTRA-9.4 XTRA-9.5 XTRA-9.6 XTRA-9.7 XTRA-9.8 XTRA-10.5 XTRA-10.6 XTRA-8.8
organisation: jongleren

@ 2026-09-14 10:00
mail Eva Prins <eva@gezin.example>: klacht over De Vlinder
| Op 10 september 2026 deed een medewerker van De Vlinder onbeschoft. Ik wil excuses. Eva Prins 06 12345678
@ 2026-10-01 12:00
letter report to quality not "Eva"
letter report to director
letter report to board
letter report to rvt
@ 2027-01-04 12:00
letter report to board
@ 2027-02-01 12:00
letter report-approval to quality says "31 mei 2027"
no letter report to director
@ 2027-02-02 12:00
reply quality to report-approval
| akkoord
no letter report to director
@ 2027-02-02 13:00
reply quality to report-approval
| regeling: De gezamenlijke klachtenregeling van de vijf organisaties.
| bekendmaking: Op de website en in het intakegesprek.
| strekking: Er is nog geen oordeel gegeven.
| geschillen: Geen.
| besproken: In de oudercommissie van 14 januari.
| akkoord
letter report to director not "Eva"
letter report to rvt
letter report to toezicht@ggd-haaglanden.example not "Eva" not "De Beer"
letter report to commissie@vlinder.example
