CREATE TABLE logs (id integer NOT NULL, region text NOT NULL, note text) PARTITION BY LIST (region);
CREATE TABLE logs_a PARTITION OF logs FOR VALUES IN ('a');
CREATE TABLE logs_b PARTITION OF logs FOR VALUES IN ('b');
INSERT INTO logs VALUES (1, 'a', 'x'), (2, 'b', 'y');
