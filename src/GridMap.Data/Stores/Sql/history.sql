-- Both stores run these.

-- name: last_revision
select coalesce(max(number), 0) from revision;

-- name: revisions
select number, recorded_at, effective, actor, document, note, summary from revision order by number desc;

-- name: revision
select number, recorded_at, effective, actor, document, note, summary from revision where number = @revision;

-- name: grid_events
select revision, position, grid_id, change, from_grid_ids from grid_event where revision = @revision order by position;

-- name: findings
select revision, position, rule, severity, partition, grids, place, message_zh, message_en, measure
from finding where revision > @after and revision <= @revision order by revision, position;

-- name: used_grid_keys
select partition, code, min(id) from grid_version where revision_from > @after group by partition, code;

-- name: used_grid_keys_after
select partition, code, min(id) from grid_version
where revision_from > 1 and revision_from > @after group by partition, code;

-- name: next_id
select next_id from counter;

-- name: set_next_id
update counter set next_id = @next_id;

-- name: last_audit
select coalesce(max(id), 0) from audit;

-- name: whole_table
select {columns} from {table};

-- name: count
select count(*) from {table};

-- name: insert
insert into {table} ({columns}) values ({values});
