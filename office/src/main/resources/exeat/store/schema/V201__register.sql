-- The register: directives whole, with their units; drafts; what was imported from archives; the settings in force.
--
-- This is the baseline. Its files are read in their order, one for each room: register, streams, people, briefing, read
-- models, ledger, audit, webhooks; then what writes, what reads, and who may use it. Every table and function is
-- here once. Later changes come as files with higher numbers, and these are never changed again (decision 160).

revoke all on schema exeat from public;
-- For the whole database: what a schema's own defaults take away, the general ones give again.
alter default privileges revoke execute on functions from public;

comment on schema exeat is 'Everything that Exeat stores. Events are the truth; docs/schema.md explains every table.';

-- What happened, and what was promised, is never changed: many tables have a trigger that says so.
create function stays() returns trigger language plpgsql as $$
begin
    raise exception 'what happened is never changed: % of %', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;

create table directive (
    hash    text primary key,
    id      text not null,
    version text not null,
    loaded  timestamptz not null,
    place   bigint generated always as identity unique,
    files   text not null,
    unique (id, version, hash)
);
comment on table directive is
    '[register] One version of a directive that was loaded, named by the hash of its canonical form. The clerk '
    'reads it. Versions stay for ever, since cases name the version that decided them.';
comment on column directive.hash is
    'SHA-256 of the canonical form, in hexadecimal: what is signed, put in force and logged.';
comment on column directive.id is 'Which directive it is, such as prc-1963; all its versions have the same.';
comment on column directive.version is 'The version''s own name, as its record gives it.';
comment on column directive.loaded is 'When it was loaded.';
comment on column directive.place is 'The order of loading; the newest version of an id has the highest.';
comment on column directive.files is
    'SHA-256 over its files, in hexadecimal. An audit finds a changed file with it, even if the pack means the '
    'same.';

create table directive_file (
    directive text not null references directive (hash),
    path      text not null,
    content   bytea not null,
    primary key (directive, path)
);
comment on table directive_file is '[register] The files of a version, as they were loaded. The clerk reads them.';
comment on column directive_file.directive is 'The version.';
comment on column directive_file.path is 'The file''s path within the pack.';
comment on column directive_file.content is 'The file''s bytes, in plain.';

create table authority (
    directive   text not null references directive (hash),
    id          text not null,
    parent      text,
    function    text not null,
    place       text not null,
    border_post boolean not null,
    primary key (directive, id)
);
comment on table authority is
    '[register] The units of a version''s tree. The clerk reads them. A unit has the same id in every version of a '
    'directive.';
comment on column authority.directive is 'The version in which the unit is declared.';
comment on column authority.id is
    'The unit, such as jl-yanji-fa; this is what other tables call authority, unit or holder.';
comment on column authority.parent is
    'The unit above; null for the issuer. No foreign key: the pack is checked before it is loaded.';
comment on column authority.function is 'What the pack calls this kind of unit, such as public security.';
comment on column authority.place is 'The area in which it works.';
comment on column authority.border_post is 'Whether it is at a border.';

-- One register of units for the office and all its directives: which there are follows from the packs that were loaded.
-- What becomes of one is in unit_change, among what administrators propose. See decision 196.
create table unit (
    id        text primary key,
    parent    text,
    directive text not null references directive (hash),
    founded   timestamptz not null
);
comment on table unit is
    '[register] Every unit that the office has or had. The clerk reads it. What became of one since is in '
    'unit_change. Each row is in an event of register/units.';
comment on column unit.id is 'The unit, such as jl-yanji-fa; authority.id where a directive has it in its tree.';
comment on column unit.parent is
    'The unit above, as the first pack said that has one above it; null as long as none does. Moves are in unit_change.';
comment on column unit.directive is 'The version with which it came.';
comment on column unit.founded is 'When that version was loaded.';

create table draft (
    hash    text primary key,
    id      text not null,
    version text not null,
    kept    timestamptz not null,
    place   bigint generated always as identity unique
);
comment on table draft is
    '[register] A pack that was proved, or disproved, and that decides nothing. The clerk reads it.';
comment on column draft.hash is 'SHA-256 of the canonical form, in hexadecimal.';
comment on column draft.id is 'The directive that it would be a version of.';
comment on column draft.version is 'The version''s name, as its record gives it.';
comment on column draft.kept is 'When it was kept.';
comment on column draft.place is 'The order in which drafts were kept; the newest has the highest.';

create table draft_file (
    draft   text not null references draft (hash),
    path    text not null,
    content bytea not null,
    primary key (draft, path)
);
comment on table draft_file is '[register] The files of a draft. The clerk reads them.';
comment on column draft_file.draft is 'The draft.';
comment on column draft_file.path is 'The file''s path within the pack.';
comment on column draft_file.content is 'The file''s bytes, in plain.';

create table imported_record (
    id        text primary key,
    file_name text not null,
    content   text not null,
    imported  timestamptz not null
);
comment on table imported_record is
    '[register] A record of a directive that was imported from an archive. The clerk reads it; each import is an '
    'event of register/mandates.';
comment on column imported_record.id is
    'The record; it ends with the first 8 hexadecimal digits of the SHA-256 of its text.';
comment on column imported_record.file_name is 'The file that it came from.';
comment on column imported_record.content is 'Its text, as it was imported.';
comment on column imported_record.imported is 'When it was imported.';

create table settings_in_force (
    id    text primary key check (id = 'server'),
    value text not null
);
comment on table settings_in_force is
    '[register] The settings of the server that concern people, as they are in force. Each change is an event of '
    'register/mandates. Nobody reads it but the audit.';
comment on column settings_in_force.id is 'Always server: there is one row.';
comment on column settings_in_force.value is 'A line for each setting, KEY: VALUE.';

create table key_check (
    one  boolean primary key default true check (one),
    mark bytea not null
);
comment on table key_check is
    '[register] Tells at the start whether the keys in the data folder are those of this database. Read by one '
    'function of the clerk.';
comment on column key_check.one is 'Always true: there is one row.';
comment on column key_check.mark is 'A keyed hash of a fixed text, made by the keys with which the database began.';

create function clerk_directive(
    p_id text, p_version text, p_hash text, p_files_hash text, p_now timestamptz, p_files jsonb,
    p_units jsonb)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into directive (hash, id, version, files, loaded)
    values (p_hash, p_id, p_version, p_files_hash, p_now)
    on conflict do nothing;
    if not found then
        return;
    end if;
    insert into directive_file (directive, path, content)
    select p_hash, f.path, decode(f.content, 'base64')
    from jsonb_to_recordset(p_files) as f(path text, content text);
    insert into authority (directive, id, parent, function, place, border_post)
    select p_hash, u.id, u.parent, u.function, u.place, u.border_post
    from jsonb_to_recordset(p_units)
        as u(id text, parent text, function text, place text, border_post boolean);
end $$;

create function unit_text(u unit) returns text language sql stable set search_path = exeat, pg_temp as $$
    select concat_ws(' ', u.id, coalesce(u.parent, '-'), u.directive,
        (extract(epoch from u.founded) * 1000000)::bigint)
$$;

-- One event for all units of a pack.
create function log_units() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/units', 'units-founded', jsonb_build_object(
        'id', min(u.directive), 'units', jsonb_agg(unit_text(u) order by u.id collate "C"))::text, now())
    from named n join unit u on u.id = n.id having count(1) > 0;
    return null;
end $$;
create trigger units_logged after insert on unit referencing new table as named
    for each statement execute function log_units();
create trigger units_placed after update on unit referencing new table as named
    for each statement execute function log_units();
create trigger units_stay before delete or truncate on unit for each statement execute function stays();

-- A pack was loaded: the register gets the units that it does not have yet, and where they stand if no pack said so.
create function found_units() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    insert into unit as u (id, parent, directive, founded)
    select distinct on (n.id) n.id, n.parent, n.directive, d.loaded
    from named n join directive d on d.hash = n.directive
    order by n.id, d.place
    on conflict (id) do update set parent = excluded.parent
        where u.parent is null and excluded.parent is not null;
    return null;
end $$;
create trigger authority_founds after insert on authority referencing new table as named
    for each statement execute function found_units();

create function clerk_draft(p_id text, p_version text, p_hash text, p_now timestamptz, p_files jsonb)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into draft (hash, id, version, kept) values (p_hash, p_id, p_version, p_now)
    on conflict do nothing;
    if found then
        insert into draft_file (draft, path, content)
        select p_hash, f.path, decode(f.content, 'base64')
        from jsonb_to_recordset(p_files) as f(path text, content text);
    end if;
end $$;

create function clerk_record(p_id text, p_file text, p_content text, p_now timestamptz)
returns void
language sql security definer set search_path = exeat, pg_temp as $$
    insert into imported_record (id, file_name, content, imported)
    values (p_id, p_file, p_content, p_now) on conflict (id) do nothing
$$;

-- A time as payloads of registers write it.
create function moment(p_at timestamptz) returns text language sql immutable as $$
    select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- An imported record is in the log as well: a forged one has an id that fits its own text, so that
-- only an event can say that nobody imported it.
create function record_text(r imported_record) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', r.id, 'file', r.file_name, 'imported', moment(r.imported),
        'content', encode(sha256(convert_to(r.content, 'UTF8')), 'hex'))::text
$$;

create function log_record() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        perform write_register('record-removed', jsonb_build_object('id', old.id)::text);
    else
        perform write_register('record-set', record_text(new));
    end if;
    return null;
end $$;
create trigger record_logged after insert or update or delete on imported_record
    for each row execute function log_record();
create trigger record_never_emptied before truncate on imported_record
    for each statement execute function stays();

create function settings_text(s settings_in_force) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', s.id, 'value', s.value)::text
$$;

create function log_settings() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('settings-set', settings_text(new));
    return null;
end $$;
create trigger settings_logged after insert or update on settings_in_force
    for each row execute function log_settings();
create trigger settings_stay before delete or truncate on settings_in_force
    for each statement execute function stays();

create function clerk_settings(p_value text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into settings_in_force as s (id, value) values ('server', p_value)
    on conflict (id) do update set value = p_value where s.value <> p_value;
    return found;
end $$;

-- Whether these keys are those with which the database began; the first ones are.
create function clerk_key_check(p_mark bytea) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into key_check (mark) values (p_mark) on conflict do nothing;
    return (select mark = p_mark from key_check);
end $$;
