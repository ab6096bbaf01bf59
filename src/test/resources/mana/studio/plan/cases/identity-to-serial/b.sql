-- keeps all data
CREATE TABLE things (id bigserial PRIMARY KEY, name text);
