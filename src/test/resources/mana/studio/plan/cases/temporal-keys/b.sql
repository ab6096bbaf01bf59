-- requires 18
-- keeps all data
CREATE EXTENSION btree_gist;
CREATE TABLE rooms (room integer, during daterange NOT NULL, CONSTRAINT rooms_pk PRIMARY KEY (room, during WITHOUT OVERLAPS));
CREATE TABLE bookings (room integer, during daterange, CONSTRAINT bookings_fk FOREIGN KEY (room, PERIOD during) REFERENCES rooms (room, PERIOD during));
