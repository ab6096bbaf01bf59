-- Of tables and of the indexes of partitions.
SELECT i.inhrelid, i.inhparent, i.inhseqno
FROM pg_catalog.pg_inherits i
