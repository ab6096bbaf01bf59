-- requires 18
CREATE EXTENSION btree_gist;
CREATE TABLE rooms (room integer, during daterange NOT NULL);
CREATE TABLE bookings (room integer, during daterange);
INSERT INTO rooms VALUES (77, '[2024-01-01,2025-01-01)');
INSERT INTO bookings VALUES (77, '[2024-02-01,2024-03-01)');
