CREATE SCHEMA app;
CREATE TYPE app.status AS ENUM ('new', 'done');
CREATE TABLE app.users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(100) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE app.orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app.users (id),
    status app.status NOT NULL DEFAULT 'new',
    amount numeric(10, 2)
);
CREATE VIEW app.open_orders AS SELECT id, user_id FROM app.orders WHERE status = 'new';
CREATE INDEX idx_orders_user_id ON app.orders (user_id);
