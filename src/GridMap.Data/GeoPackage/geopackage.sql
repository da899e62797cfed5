-- What only the GeoPackage store runs.

-- name: prepare_file
pragma journal_mode = wal;

-- name: prepare_connection
pragma synchronous = full;
pragma temp_store = memory;
pragma cache_size = -65536;

-- name: count_tables
select count(*) from sqlite_master;

-- name: has_ledger
select count(*) from sqlite_master where type = 'table' and name = 'gridmap_migration';

-- name: touch_contents
update gpkg_contents set last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');

-- name: copy_into
vacuum into @file;
