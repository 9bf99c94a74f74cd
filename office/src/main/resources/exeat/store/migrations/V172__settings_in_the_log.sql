-- The settings of a server that concern people, as they are in force: a change of one is in the log.

create table settings_in_force (
    id    text primary key check (id = 'server'),
    value text not null                     -- a line for each setting, KEY: VALUE
);

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

grant execute on function clerk_settings(text) to ${clerk};
