-- The server was the trouble, and not the letter: it goes as soon as another letter gets through.
ALTER TABLE delivery ADD COLUMN of_server INTEGER NOT NULL DEFAULT 0;
