-- Calendars of holidays: the rules by regulation, and what each year's notice made of them.
create table calendar_version (
  id bigint not null, valid_from date not null, valid_to date,
  revision_from bigint not null, revision_to bigint,
  code text not null,
  name_zh text not null,
  name_en text not null,
  statutory jsonb not null,
  years jsonb not null,
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
