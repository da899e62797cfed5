-- Where one leaves a resource.
alter table resource_version add column exit_gates TEXT not null default '[]';

drop view current_resource;
create view current_resource as
select v.id, v.valid_from, v.source, v.source_id, v.kind, v.name, v.capacity, v.gates, v.serves, v.attributes,
  v.shape, v.exit_gates
from resource_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

-- The last count of each resource. It belongs to no revision: a feed writes every few minutes.
create table occupancy (
  resource_id INTEGER not null primary key,
  occupied INTEGER not null,
  at DATETIME not null,
  received_at DATETIME not null
);

create index occupancy_received on occupancy (received_at);
