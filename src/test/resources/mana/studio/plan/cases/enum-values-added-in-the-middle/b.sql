-- keeps all data
-- says: ADD VALUE
-- never: DROP TYPE
CREATE TYPE grade AS ENUM ('a', 'b', 'c', 'd', 'e');
CREATE TABLE exams (id integer PRIMARY KEY, grade grade DEFAULT 'c', CONSTRAINT passed CHECK (grade < 'e'));
CREATE VIEW good AS SELECT id FROM exams WHERE grade = 'a';
