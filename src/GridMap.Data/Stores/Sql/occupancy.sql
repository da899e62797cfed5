-- Both stores run these.

-- name: put
insert into occupancy (resource_id, occupied, at, received_at)
values (@resource_id, @occupied, @at, @received_at)
on conflict (resource_id) do update
set occupied = excluded.occupied, at = excluded.at, received_at = excluded.received_at
where excluded.at >= occupancy.at;

-- name: find
select resource_id, occupied, at, received_at from occupancy where resource_id = @resource_id;

-- name: list
select resource_id, occupied, at, received_at from occupancy where received_at >= @since order by resource_id;
