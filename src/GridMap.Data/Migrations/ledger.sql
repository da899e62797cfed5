-- Which migrations a store has; both stores run these.

-- name: create
create table if not exists gridmap_migration (
  number bigint not null primary key,
  name text not null,
  checksum text not null,
  applied_at text not null default current_timestamp
);

-- name: applied
select number, name, checksum from gridmap_migration order by number;

-- name: record
insert into gridmap_migration (number, name, checksum) values (@number, @name, @checksum);
