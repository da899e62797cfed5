-- What has changed since a state is found by these, so that a server that follows a store reads that much and no more.
-- The first revision is left out: a first import is most of a store, and nobody follows it from before.
create index term_version_recorded on term_version (revision_from) where revision_from > 1;
create index term_version_closed on term_version (revision_to) where revision_to is not null;
create index partition_version_recorded on partition_version (revision_from) where revision_from > 1;
create index partition_version_closed on partition_version (revision_to) where revision_to is not null;
create index grid_version_recorded on grid_version (revision_from) where revision_from > 1;
create index grid_version_closed on grid_version (revision_to) where revision_to is not null;
create index reference_version_recorded on reference_version (revision_from) where revision_from > 1;
create index reference_version_closed on reference_version (revision_to) where revision_to is not null;
create index dwelling_version_recorded on dwelling_version (revision_from) where revision_from > 1;
create index dwelling_version_closed on dwelling_version (revision_to) where revision_to is not null;
create index address_version_recorded on address_version (revision_from) where revision_from > 1;
create index address_version_closed on address_version (revision_to) where revision_to is not null;
create index person_version_recorded on person_version (revision_from) where revision_from > 1;
create index person_version_closed on person_version (revision_to) where revision_to is not null;
create index duty_version_recorded on duty_version (revision_from) where revision_from > 1;
create index duty_version_closed on duty_version (revision_to) where revision_to is not null;
create index emergency_version_recorded on emergency_version (revision_from) where revision_from > 1;
create index emergency_version_closed on emergency_version (revision_to) where revision_to is not null;
create index resource_version_recorded on resource_version (revision_from) where revision_from > 1;
create index resource_version_closed on resource_version (revision_to) where revision_to is not null;
