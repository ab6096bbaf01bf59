-- keeps all data
-- never: DROP COLUMN
CREATE TYPE state AS ENUM ('draft', 'open', 'closed');
CREATE TABLE tickets (
  id integer PRIMARY KEY,
  state state DEFAULT 'draft' NOT NULL,
  history state[] DEFAULT '{draft}' NOT NULL,
  note text
);
CREATE INDEX tickets_open ON tickets (id) WHERE state = 'open';
CREATE INDEX tickets_state ON tickets (state);
CREATE VIEW open_tickets AS SELECT id, state, history FROM tickets WHERE state <> 'closed'::state;
COMMENT ON VIEW open_tickets IS 'Still to do';
