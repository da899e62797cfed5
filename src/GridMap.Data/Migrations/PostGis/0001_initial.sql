-- Versions are bitemporal: [valid_from, valid_to) is when it holds, [revision_from, revision_to) which revisions
-- say so; an open end is null. The current_* views show what is in force today, for QGIS and plain SQL.

create table revision (
  number bigint not null primary key,
  recorded_at timestamptz not null,
  effective date not null,
  actor text not null,
  document text,
  note text,
  summary text not null
);

create table audit (
  id bigint not null primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  revision bigint,
  detail text
);

-- One row: the next internal id to give out.
create table counter (next_id bigint not null);
insert into counter values (1);

create table term_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  vocabulary text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  icon text,
  attributes jsonb not null,
  primary key (id, revision_from, valid_from)
);

create table partition_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  code text not null,
  name_zh text not null,
  name_en text not null,
  tiling text not null,
  levels jsonb not null,
  code_lengths bigint[],
  code_digits_only boolean,
  is_default boolean not null,
  primary key (id, revision_from, valid_from)
);

create table grid_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  partition text not null,
  parent_id bigint,
  level text not null,
  code text not null,
  name text,
  category text not null,
  subtype text,
  households bigint,
  population bigint,
  attributes jsonb not null,
  shape geometry(Geometry, 4326),
  primary key (id, revision_from, valid_from)
);

create table reference_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  layer text not null,
  source text not null,
  source_id text not null,
  code text,
  name text,
  attributes jsonb not null,
  shape geometry(Geometry, 4326) not null,
  primary key (id, revision_from, valid_from)
);

create table dwelling_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  source text not null,
  source_id text not null,
  name text,
  households bigint,
  population bigint,
  population_kind text not null,
  compound_id bigint,
  attributes jsonb not null,
  shape geometry(Geometry, 4326) not null,
  primary key (id, revision_from, valid_from)
);

create table address_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  source text not null,
  source_id text not null,
  text text not null,
  parts jsonb not null,
  standing text not null,
  dwelling_id bigint,
  assigned_grid_id bigint,
  point geometry(Point, 4326) not null,
  primary key (id, revision_from, valid_from)
);

-- When a person is known; what the person is called is in person alone, so that erasing blanks one row.
create table person_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  primary key (id, revision_from, valid_from)
);

create table person (
  id bigint not null primary key,
  source text not null,
  source_id text not null,
  name text not null,
  phones text
);

create table duty_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  source text not null,
  source_id text not null,
  role text not null,
  person_id bigint,
  organisation text,
  organisation_phone text,
  scope jsonb not null,
  call_order bigint not null,
  is_deputy boolean not null,
  on_call text,
  chain text not null,
  holder_is_public boolean not null,
  phone_is_public boolean not null,
  primary key (id, revision_from, valid_from)
);

create table emergency_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  source text not null,
  source_id text not null,
  code_prefixes text[] not null,
  begins timestamptz not null,
  ends timestamptz,
  document text,
  declared_by text,
  primary key (id, revision_from, valid_from)
);

create table resource_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  source text not null,
  source_id text not null,
  kind text not null,
  name text,
  capacity bigint,
  gates jsonb not null,
  serves bigint[] not null,
  attributes jsonb not null,
  shape geometry(Geometry, 4326) not null,
  primary key (id, revision_from, valid_from)
);

create table grid_event (
  revision bigint not null,
  position bigint not null,
  grid_id bigint not null,
  change text not null,
  from_grid_ids bigint[] not null,
  primary key (revision, position)
);

create index grid_event_grid on grid_event (grid_id);

-- Findings that were accepted with a revision and stay with the state.
create table finding (
  revision bigint not null,
  position bigint not null,
  rule text not null,
  severity text not null,
  partition text,
  grids text[] not null,
  place geometry(Geometry, 4326),
  message_zh text not null,
  message_en text not null,
  measure double precision,
  primary key (revision, position)
);

create table plan (
  id bigint not null primary key,
  title text not null,
  status text not null,
  base_revision bigint not null,
  base_date date not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  note text
);

create table plan_edit (
  plan_id bigint not null,
  position bigint not null,
  kind text not null,
  edit jsonb not null,
  undone boolean not null,
  actor text not null,
  at timestamptz not null,
  primary key (plan_id, position)
);

create index term_version_begin on term_version (valid_from);
create index term_version_end on term_version (valid_to) where valid_to is not null;
create index partition_version_begin on partition_version (valid_from);
create index partition_version_end on partition_version (valid_to) where valid_to is not null;
create index grid_version_begin on grid_version (valid_from);
create index grid_version_end on grid_version (valid_to) where valid_to is not null;
create index reference_version_begin on reference_version (valid_from);
create index reference_version_end on reference_version (valid_to) where valid_to is not null;
create index dwelling_version_begin on dwelling_version (valid_from);
create index dwelling_version_end on dwelling_version (valid_to) where valid_to is not null;
create index address_version_begin on address_version (valid_from);
create index address_version_end on address_version (valid_to) where valid_to is not null;
create index person_version_begin on person_version (valid_from);
create index person_version_end on person_version (valid_to) where valid_to is not null;
create index duty_version_begin on duty_version (valid_from);
create index duty_version_end on duty_version (valid_to) where valid_to is not null;
create index emergency_version_begin on emergency_version (valid_from);
create index emergency_version_end on emergency_version (valid_to) where valid_to is not null;
create index resource_version_begin on resource_version (valid_from);
create index resource_version_end on resource_version (valid_to) where valid_to is not null;
create index grid_version_shape on grid_version using gist (shape);
create index reference_version_shape on reference_version using gist (shape);
create index dwelling_version_shape on dwelling_version using gist (shape);
create index address_version_point on address_version using gist (point);
create index resource_version_shape on resource_version using gist (shape);

create view current_term as
select v.id, v.valid_from, v.vocabulary, v.code, v.name_zh, v.name_en, v.icon, v.attributes
from term_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_partition as
select v.id, v.valid_from, v.code, v.name_zh, v.name_en, v.tiling, v.levels, v.code_lengths, v.code_digits_only,
  v.is_default
from partition_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_grid as
select v.id, v.valid_from, v.partition, v.parent_id, v.level, v.code, v.name, v.category, v.subtype, v.households,
  v.population, v.attributes, v.shape
from grid_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
  and v.shape is not null;

create view current_upper_grid as
select v.id, v.valid_from, v.partition, v.parent_id, v.level, v.code, v.name, v.category, v.subtype, v.households,
  v.population, v.attributes
from grid_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
  and v.shape is null;

create view current_reference as
select v.id, v.valid_from, v.layer, v.source, v.source_id, v.code, v.name, v.attributes, v.shape
from reference_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_dwelling as
select v.id, v.valid_from, v.source, v.source_id, v.name, v.households, v.population, v.population_kind,
  v.compound_id, v.attributes, v.shape
from dwelling_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_address as
select v.id, v.valid_from, v.source, v.source_id, v.text, v.parts, v.standing, v.dwelling_id, v.assigned_grid_id,
  v.point
from address_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_person as
select v.id, v.valid_from, p.source, p.source_id, p.name, p.phones
from person_version v join person p on p.id = v.id
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_duty as
select v.id, v.valid_from, v.source, v.source_id, v.role, v.person_id, v.organisation, v.organisation_phone,
  v.scope, v.call_order, v.is_deputy, v.on_call, v.chain, v.holder_is_public, v.phone_is_public
from duty_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_emergency as
select v.id, v.valid_from, v.source, v.source_id, v.code_prefixes, v.begins, v.ends, v.document, v.declared_by
from emergency_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);

create view current_resource as
select v.id, v.valid_from, v.source, v.source_id, v.kind, v.name, v.capacity, v.gates, v.serves, v.attributes,
  v.shape
from resource_version v
where v.revision_to is null and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date);
