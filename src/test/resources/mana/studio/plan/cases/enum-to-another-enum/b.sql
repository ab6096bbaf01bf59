-- keeps all data
CREATE TYPE other AS ENUM ('y', 'x', 'z');
CREATE TABLE t (id integer PRIMARY KEY, v other DEFAULT 'z', w other[]);
