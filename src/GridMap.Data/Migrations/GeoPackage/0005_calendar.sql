-- Calendars of holidays: the rules by regulation, and what each year's notice made of them.
create table calendar_version (
  id INTEGER not null, valid_from DATE not null, valid_to DATE,
  revision_from INTEGER not null, revision_to INTEGER,
  code TEXT not null,
  name_zh TEXT not null,
  name_en TEXT not null,
  statutory TEXT not null,
  years TEXT not null,
  primary key (id, revision_from, valid_from)
);

create index calendar_version_begin on calendar_version (valid_from);
create index calendar_version_end on calendar_version (valid_to) where valid_to is not null;
create index calendar_version_recorded on calendar_version (revision_from) where revision_from > 1;
create index calendar_version_closed on calendar_version (revision_to) where revision_to is not null;

create view current_calendar as
select v.id, v.valid_from, v.code, v.name_zh, v.name_en, v.statutory, v.years
from calendar_version v
where v.revision_to is null and v.valid_from <= (select date from today)
  and (v.valid_to is null or v.valid_to > (select date from today));

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('current_calendar', 'attributes', 'calendars', 'calendars of holidays in force today', null);
