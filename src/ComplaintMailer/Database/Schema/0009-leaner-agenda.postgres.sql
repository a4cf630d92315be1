-- The unique key on case and number finds the letters of a case as well.
DROP INDEX letter_of_case;
