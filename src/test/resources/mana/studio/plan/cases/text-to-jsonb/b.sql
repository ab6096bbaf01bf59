-- keeps all data
-- never: DROP COLUMN
CREATE TABLE documents (id integer PRIMARY KEY, body jsonb DEFAULT '{}' NOT NULL, tags json DEFAULT '[]');
CREATE INDEX documents_body ON documents USING gin (body);
