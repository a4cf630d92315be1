-- To know again who wrote to us a moment ago.
CREATE INDEX letter_by_address ON letter (address, made_at);
