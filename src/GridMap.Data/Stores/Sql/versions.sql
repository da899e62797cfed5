-- Both stores run these. {table} and {columns} stand for a type's version table and its columns; {source} for the
-- table, or for a join where the content is kept apart. A version is known when revision_to is null.

-- name: create_touched
create temp table if not exists touched (id bigint primary key, put boolean not null, until date);

-- name: clear_touched
delete from touched;

-- name: find_scheduled
select v.id, min(v.valid_from)
from {table} v join touched t on t.id = v.id
where v.revision_to is null and v.valid_from > @effective
group by v.id order by v.id limit 1;

-- name: find_absent
select t.id
from touched t
where not t.put and not exists (
  select 1 from {table} v
  where v.id = t.id and v.revision_to is null and v.valid_from <= @effective
    and (v.valid_to is null or v.valid_to > @effective))
order by t.id limit 1;

-- name: remember_ends
update touched set until = v.valid_to
from {table} v
where v.id = touched.id and v.revision_to is null and v.valid_from <= @effective and v.valid_to > @effective;

-- name: keep_past
insert into {table} ({columns})
select {past}
from {table} v join touched t on t.id = v.id
where v.revision_to is null and v.valid_from < @effective and (v.valid_to is null or v.valid_to > @effective);

-- name: close
update {table} set revision_to = @revision
where revision_to is null and revision_from < @revision and valid_from <= @effective
  and (valid_to is null or valid_to > @effective) and id in (select id from touched);

-- name: keep_ends
update {table} set valid_to = t.until
from touched t
where t.id = {table}.id and t.put and t.until is not null
  and {table}.revision_from = @revision and {table}.valid_from = @effective;

-- name: forget_apart
delete from {apart} where id in (select id from touched where put);

-- name: load
select {columns} from {source}
where revision_from <= @revision and (revision_to is null or revision_to > @revision)
  and valid_from <= @date and (valid_to is null or valid_to > @date);

-- name: load_ended
-- The versions of items that a state had once and has no more, the last recorded last.
select {columns} from {source}
where (revision_to is not null or valid_to is not null) and revision_from <= @revision and valid_from <= @date
  and id not in (
    select id from {source}
    where revision_from <= @revision and (revision_to is null or revision_to > @revision)
      and valid_from <= @date and (valid_to is null or valid_to > @date))
order by revision_from, valid_from;

-- name: load_known
select {columns} from {source} where id = @id and revision_to is null;

-- name: next_begin
select min(valid_from) from {table}
where valid_from > @date and revision_from <= @revision and (revision_to is null or revision_to > @revision);

-- name: next_end
select min(valid_to) from {table}
where valid_to > @date and revision_from <= @revision and (revision_to is null or revision_to > @revision);

-- name: changed_ids
-- Of what a version begins or ends between two states. The first revision is in no index, because it is large.
select id from {table} where revision_from > 1 and revision_from > @from_revision and revision_from <= @revision
union
select id from {table} where revision_from = 1 and @from_revision < 1 and @revision >= 1
union
select id from {table} where revision_to is not null and revision_to > @from_revision and revision_to <= @revision
union
select id from {table} where valid_from > @from_date and valid_from <= @date
union
select id from {table} where valid_to is not null and valid_to > @from_date and valid_to <= @date

-- name: load_changed
select {columns} from {source}
where id in ({changed_ids})
  and revision_from <= @revision and (revision_to is null or revision_to > @revision)
  and valid_from <= @date and (valid_to is null or valid_to > @date);
