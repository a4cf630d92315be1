-- Reminders wait for each other: several for one person go out as one mail.
CREATE INDEX letter_waiting ON letter (organisation, id) WHERE state = 'waiting';
