CREATE SCHEMA shop;
CREATE TYPE shop.status AS ENUM ('open', 'sent');
CREATE TABLE shop.products (id bigint PRIMARY KEY, name varchar(80), price numeric(10,2), tags text[]);
CREATE TABLE shop.orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id bigint REFERENCES shop.products (id),
  status shop.status DEFAULT 'open',
  note text,
  placed_at timestamptz DEFAULT now());
CREATE INDEX orders_product ON shop.orders (product_id);
CREATE VIEW shop.open_orders AS SELECT id, note FROM shop.orders WHERE status = 'open';
