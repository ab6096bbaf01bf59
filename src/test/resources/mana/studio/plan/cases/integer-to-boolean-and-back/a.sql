CREATE TABLE flags (id integer PRIMARY KEY, on_off integer DEFAULT 0 NOT NULL, yes_no boolean DEFAULT true NOT NULL);
INSERT INTO flags VALUES (1, 0, false), (2, 1, true);
