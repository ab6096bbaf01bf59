CREATE TABLE flags (id integer PRIMARY KEY, on_off boolean DEFAULT false NOT NULL, yes_no integer DEFAULT 1 NOT NULL);
