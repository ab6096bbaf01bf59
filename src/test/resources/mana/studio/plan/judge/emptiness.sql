-- The same for all fresh databases of a server.
SELECT concat_ws(';',
  (SELECT string_agg(concat_ws(' ', nspname, nspowner::regrole, nspacl, obj_description(oid, 'pg_namespace')), ','
     ORDER BY nspname) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'),
  (SELECT string_agg(concat_ws(' ', extname, extowner::regrole, extversion, obj_description(oid, 'pg_extension')), ',')
     FROM pg_extension),
  (SELECT count(*) FROM pg_class WHERE oid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace),
  (SELECT count(*) FROM pg_type WHERE oid >= 16384),
  (SELECT count(*) FROM pg_proc WHERE oid >= 16384),
  (SELECT count(*) FROM pg_operator WHERE oid >= 16384),
  (SELECT count(*) FROM pg_opclass WHERE oid >= 16384),
  (SELECT count(*) FROM pg_opfamily WHERE oid >= 16384),
  (SELECT count(*) FROM pg_collation WHERE oid >= 16384),
  (SELECT count(*) FROM pg_conversion WHERE oid >= 16384),
  (SELECT count(*) FROM pg_cast WHERE oid >= 16384),
  (SELECT count(*) FROM pg_language WHERE oid >= 16384),
  (SELECT count(*) FROM pg_am WHERE oid >= 16384),
  (SELECT count(*) FROM pg_ts_config WHERE oid >= 16384),
  (SELECT count(*) FROM pg_ts_dict WHERE oid >= 16384),
  (SELECT count(*) FROM pg_ts_parser WHERE oid >= 16384),
  (SELECT count(*) FROM pg_ts_template WHERE oid >= 16384),
  (SELECT count(*) FROM pg_foreign_data_wrapper),
  (SELECT count(*) FROM pg_publication),
  (SELECT count(*) FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())),
  (SELECT count(*) FROM pg_event_trigger),
  (SELECT count(*) FROM pg_default_acl),
  (SELECT count(*) FROM pg_transform),
  (SELECT count(*) FROM pg_statistic_ext),
  (SELECT count(*) FROM pg_largeobject_metadata),
  (SELECT count(*) FROM pg_db_role_setting WHERE setdatabase =
     (SELECT oid FROM pg_database WHERE datname = current_database())),
  (SELECT string_agg(concat_ws(' ', datdba::regrole, datacl, shobj_description(oid, 'pg_database')), ',')
     FROM pg_database WHERE datname = current_database()),
  (SELECT count(*) FROM pg_shseclabel))
