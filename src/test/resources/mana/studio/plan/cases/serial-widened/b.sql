-- keeps all data
CREATE TABLE things (id bigserial PRIMARY KEY, small serial, name text);
