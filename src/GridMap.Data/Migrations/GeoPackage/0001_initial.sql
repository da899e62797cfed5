-- The GeoPackage tables that the standard asks for (OGC 12-128r18), then our own.
-- Versions are bitemporal: [valid_from, valid_to) is when it holds, [revision_from, revision_to) which revisions
-- say so; an open end is null. Dates are YYYY-MM-DD, times are UTC to the millisecond, lists are JSON.

pragma application_id = 1196444487; -- GPKG
pragma user_version = 10300;

create table gpkg_spatial_ref_sys (
  srs_name TEXT not null,
  srs_id INTEGER not null primary key,
  organization TEXT not null,
  organization_coordsys_id INTEGER not null,
  definition TEXT not null,
  description TEXT
);

insert into gpkg_spatial_ref_sys values
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
    'longitude and latitude in degrees; CGCS2000 is taken as the same');

create table gpkg_contents (
  table_name TEXT not null primary key,
  data_type TEXT not null,
  identifier TEXT unique,
  description TEXT default '',
  last_change DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id)
);

create table gpkg_geometry_columns (
  table_name TEXT not null,
  column_name TEXT not null,
  geometry_type_name TEXT not null,
  srs_id INTEGER not null,
  z TINYINT not null,
  m TINYINT not null,
  constraint pk_geom_cols primary key (table_name, column_name),
  constraint uk_gc_table_name unique (table_name),
  constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
  constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id)
);

create table revision (
  number INTEGER not null primary key,
  recorded_at DATETIME not null,
  effective DATE not null,
  actor TEXT not null,
  document TEXT,
  note TEXT,
  summary TEXT not null
);

create table audit (
  id INTEGER not null primary key,
  at DATETIME not null,
  actor TEXT not null,
  action TEXT not null,
  revision INTEGER,
  detail TEXT
);

-- One row: the next internal id to give out.
create table counter (next_id INTEGER not null);
insert into counter values (1);

create table term_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  vocabulary TEXT not null,
  code TEXT not null,
  name_zh TEXT not null,
  name_en TEXT not null,
  icon TEXT,
  attributes TEXT not null,
  primary key (id, revision_from, valid_from)
);

create table partition_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  code TEXT not null,
  name_zh TEXT not null,
  name_en TEXT not null,
  tiling TEXT not null,
  levels TEXT not null,
  code_lengths TEXT,
  code_digits_only BOOLEAN,
  is_default BOOLEAN not null,
  primary key (id, revision_from, valid_from)
);

create table grid_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  partition TEXT not null,
  parent_id INTEGER,
  level TEXT not null,
  code TEXT not null,
  name TEXT,
  category TEXT not null,
  subtype TEXT,
  households INTEGER,
  population INTEGER,
  attributes TEXT not null,
  shape GEOMETRY,
  primary key (id, revision_from, valid_from)
);

create table reference_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  layer TEXT not null,
  source TEXT not null,
  source_id TEXT not null,
  code TEXT,
  name TEXT,
  attributes TEXT not null,
  shape GEOMETRY not null,
  primary key (id, revision_from, valid_from)
);

create table dwelling_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  source TEXT not null,
  source_id TEXT not null,
  name TEXT,
  households INTEGER,
  population INTEGER,
  population_kind TEXT not null,
  compound_id INTEGER,
  attributes TEXT not null,
  shape GEOMETRY not null,
  primary key (id, revision_from, valid_from)
);

create table address_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  source TEXT not null,
  source_id TEXT not null,
  text TEXT not null,
  parts TEXT not null,
  standing TEXT not null,
  dwelling_id INTEGER,
  assigned_grid_id INTEGER,
  point POINT not null,
  primary key (id, revision_from, valid_from)
);

-- When a person is known; what the person is called is in person alone, so that erasing blanks one row.
create table person_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  primary key (id, revision_from, valid_from)
);

create table person (
  id INTEGER not null primary key,
  source TEXT not null,
  source_id TEXT not null,
  name TEXT not null,
  phones TEXT
);

create table duty_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  source TEXT not null,
  source_id TEXT not null,
  role TEXT not null,
  person_id INTEGER,
  organisation TEXT,
  organisation_phone TEXT,
  scope TEXT not null,
  call_order INTEGER not null,
  is_deputy BOOLEAN not null,
  on_call TEXT,
  chain TEXT not null,
  holder_is_public BOOLEAN not null,
  phone_is_public BOOLEAN not null,
  primary key (id, revision_from, valid_from)
);

create table emergency_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  source TEXT not null,
  source_id TEXT not null,
  code_prefixes TEXT not null,
  begins DATETIME not null,
  ends DATETIME,
  document TEXT,
  declared_by TEXT,
  primary key (id, revision_from, valid_from)
);

create table resource_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  source TEXT not null,
  source_id TEXT not null,
  kind TEXT not null,
  name TEXT,
  capacity INTEGER,
  gates TEXT not null,
  serves TEXT not null,
  attributes TEXT not null,
  shape GEOMETRY not null,
  primary key (id, revision_from, valid_from)
);

create table grid_event (
  revision INTEGER not null,
  position INTEGER not null,
  grid_id INTEGER not null,
  change TEXT not null,
  from_grid_ids TEXT not null,
  primary key (revision, position)
);

create index grid_event_grid on grid_event (grid_id);

-- Findings that were accepted with a revision and stay with the state.
create table finding (
  revision INTEGER not null,
  position INTEGER not null,
  rule TEXT not null,
  severity TEXT not null,
  partition TEXT,
  grids TEXT not null,
  place GEOMETRY,
  message_zh TEXT not null,
  message_en TEXT not null,
  measure DOUBLE,
  primary key (revision, position)
);

create table plan (
  id INTEGER not null primary key,
  title TEXT not null,
  status TEXT not null,
  base_revision INTEGER not null,
  base_date DATE not null,
  created_by TEXT not null,
  created_at DATETIME not null,
  changed_at DATETIME not null,
  note TEXT
);

create table plan_edit (
  plan_id INTEGER not null,
  position INTEGER not null,
  kind TEXT not null,
  edit TEXT not null,
  undone BOOLEAN not null,
  actor TEXT not null,
  at DATETIME not null,
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

create view current_term as
select v.id, v.valid_from, v.vocabulary, v.code, v.name_zh, v.name_en, v.icon, v.attributes
from term_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_partition as
select v.id, v.valid_from, v.code, v.name_zh, v.name_en, v.tiling, v.levels, v.code_lengths, v.code_digits_only,
  v.is_default
from partition_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_grid as
select v.id, v.valid_from, v.partition, v.parent_id, v.level, v.code, v.name, v.category, v.subtype, v.households,
  v.population, v.attributes, v.shape
from grid_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'))
  and v.shape is not null;

create view current_upper_grid as
select v.id, v.valid_from, v.partition, v.parent_id, v.level, v.code, v.name, v.category, v.subtype, v.households,
  v.population, v.attributes
from grid_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'))
  and v.shape is null;

create view current_reference as
select v.id, v.valid_from, v.layer, v.source, v.source_id, v.code, v.name, v.attributes, v.shape
from reference_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_dwelling as
select v.id, v.valid_from, v.source, v.source_id, v.name, v.households, v.population, v.population_kind,
  v.compound_id, v.attributes, v.shape
from dwelling_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_address as
select v.id, v.valid_from, v.source, v.source_id, v.text, v.parts, v.standing, v.dwelling_id, v.assigned_grid_id,
  v.point
from address_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_person as
select v.id, v.valid_from, p.source, p.source_id, p.name, p.phones
from person_version v join person p on p.id = v.id
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_duty as
select v.id, v.valid_from, v.source, v.source_id, v.role, v.person_id, v.organisation, v.organisation_phone,
  v.scope, v.call_order, v.is_deputy, v.on_call, v.chain, v.holder_is_public, v.phone_is_public
from duty_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_emergency as
select v.id, v.valid_from, v.source, v.source_id, v.code_prefixes, v.begins, v.ends, v.document, v.declared_by
from emergency_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

create view current_resource as
select v.id, v.valid_from, v.source, v.source_id, v.kind, v.name, v.capacity, v.gates, v.serves, v.attributes,
  v.shape
from resource_version v
where v.revision_to is null and v.valid_from <= date('now', 'localtime')
  and (v.valid_to is null or v.valid_to > date('now', 'localtime'));

-- QGIS and GDAL see what is in force today. The version tables are not registered, or someone would edit history.
insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('current_grid', 'features', 'grids', 'leaf grids in force today', 4326),
  ('current_reference', 'features', 'reference', 'reference features in force today', 4326),
  ('current_dwelling', 'features', 'dwellings', 'dwellings in force today', 4326),
  ('current_address', 'features', 'addresses', 'addresses in force today', 4326),
  ('current_resource', 'features', 'resources', 'resources in force today', 4326),
  ('current_upper_grid', 'attributes', 'upper grids', 'upper grids in force today', null),
  ('current_partition', 'attributes', 'partitions', 'partitions in force today', null),
  ('current_term', 'attributes', 'terms', 'kinds, roles and subtypes in force today', null),
  ('current_duty', 'attributes', 'duties', 'duties in force today', null),
  ('current_emergency', 'attributes', 'emergencies', 'declared emergencies', null);

insert into gpkg_geometry_columns values
  ('current_grid', 'shape', 'GEOMETRY', 4326, 0, 0),
  ('current_reference', 'shape', 'GEOMETRY', 4326, 0, 0),
  ('current_dwelling', 'shape', 'GEOMETRY', 4326, 0, 0),
  ('current_address', 'point', 'POINT', 4326, 0, 0),
  ('current_resource', 'shape', 'GEOMETRY', 4326, 0, 0);
