-- Directives, whole; the units of each; what was imported from archives.

revoke all on schema exeat from public;
-- For the whole database: what a schema's own defaults take away, the general ones give again.
alter default privileges revoke execute on functions from public;

create table directive (
    hash        text primary key,
    id          text not null,
    version     text not null,
    loaded      timestamptz not null,
    place       bigint generated always as identity unique, -- the newest of an id has the highest
    unique (id, version, hash)
);

create table directive_file (
    directive   text not null references directive (hash),
    path        text not null,
    content     bytea not null,
    primary key (directive, path)
);

create table authority (
    directive   text not null references directive (hash),
    id          text not null,
    parent      text,
    function    text not null,
    place       text not null,
    border_post boolean not null,
    primary key (directive, id)
);

create table imported_record (
    id          text primary key,
    file_name   text not null,
    content     text not null,
    imported    timestamptz not null
);

-- Tells at the start whether the keys in the data folder are those of this database.
create table key_check (
    one         boolean primary key default true check (one),
    mark        bytea not null
);
