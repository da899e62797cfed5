-- What only the PostGIS store runs.

-- name: lock_setup
select pg_advisory_xact_lock(hashtext('gridmap setup'));

-- name: lock_writing
select pg_advisory_xact_lock(hashtext('gridmap writing'));

-- name: has_schema
select count(*) from pg_namespace where nspname = 'gridmap';

-- name: create_schema
create schema gridmap;

-- name: has_postgis
select count(*) from pg_extension where extname = 'postgis';

-- name: create_postgis
create extension postgis;

-- name: has_ledger
select count(to_regclass('gridmap_migration'));

-- name: copy
copy {table} ({columns}) from stdin (format binary)

-- name: listen
listen gridmap_revision;

-- name: announce
select pg_notify('gridmap_revision', @revision::text);
