CREATE SCHEMA app;
CREATE TYPE app.status AS ENUM ('new', 'paid', 'done');
CREATE TABLE app.users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    email text UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE app.orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app.users (id) ON DELETE CASCADE,
    status app.status NOT NULL DEFAULT 'new',
    amount numeric(12, 2) NOT NULL,
    note text
);
CREATE VIEW app.open_orders AS SELECT id, user_id, note FROM app.orders WHERE status = 'new';
CREATE INDEX idx_orders_user_id_status ON app.orders (user_id, status);
