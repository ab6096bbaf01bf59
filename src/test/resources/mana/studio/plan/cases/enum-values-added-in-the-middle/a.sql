CREATE TYPE grade AS ENUM ('b', 'd');
CREATE TABLE exams (id integer PRIMARY KEY, grade grade DEFAULT 'd');
INSERT INTO exams VALUES (1, 'b'), (2, 'd');
