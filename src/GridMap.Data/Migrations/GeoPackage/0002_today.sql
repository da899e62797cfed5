-- Today by the clock of the default zone, Asia/Shanghai (UTC+8, no daylight saving), wherever the reader's machine
-- stands: on one at UTC, what took effect this morning was not seen before eight. SQLite knows no zones by name.
create view today as select date('now', '+8 hours') as date;

drop view current_term;
create view current_term as
select v.id, v.valid_from, v.vocabulary, v.code, v.name_zh, v.name_en, v.icon, v.attributes
from term_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_partition;
create view current_partition as
select v.id, v.valid_from, v.code, v.name_zh, v.name_en, v.tiling, v.levels, v.code_lengths, v.code_digits_only,
  v.is_default
from partition_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_grid;
create view current_grid as
select v.id, v.valid_from, v.partition, v.parent_id, v.level, v.code, v.name, v.category, v.subtype, v.households,
  v.population, v.attributes, v.shape
from grid_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today))
  and v.shape is not null;

drop view current_upper_grid;
create view current_upper_grid as
select v.id, v.valid_from, v.partition, v.parent_id, v.level, v.code, v.name, v.category, v.subtype, v.households,
  v.population, v.attributes
from grid_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today))
  and v.shape is null;

drop view current_reference;
create view current_reference as
select v.id, v.valid_from, v.layer, v.source, v.source_id, v.code, v.name, v.attributes, v.shape
from reference_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_dwelling;
create view current_dwelling as
select v.id, v.valid_from, v.source, v.source_id, v.name, v.households, v.population, v.population_kind,
  v.compound_id, v.attributes, v.shape
from dwelling_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_address;
create view current_address as
select v.id, v.valid_from, v.source, v.source_id, v.text, v.parts, v.standing, v.dwelling_id, v.assigned_grid_id,
  v.point
from address_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_person;
create view current_person as
select v.id, v.valid_from, p.source, p.source_id, p.name, p.phones
from person_version v join person p on p.id = v.id
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_duty;
create view current_duty as
select v.id, v.valid_from, v.source, v.source_id, v.role, v.person_id, v.organisation, v.organisation_phone,
  v.scope, v.call_order, v.is_deputy, v.on_call, v.chain, v.holder_is_public, v.phone_is_public
from duty_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_emergency;
create view current_emergency as
select v.id, v.valid_from, v.source, v.source_id, v.code_prefixes, v.begins, v.ends, v.document, v.declared_by
from emergency_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

drop view current_resource;
create view current_resource as
select v.id, v.valid_from, v.source, v.source_id, v.kind, v.name, v.capacity, v.gates, v.serves, v.attributes,
  v.shape
from resource_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));
