-- A version is named by the hash of its canonical form. Beside it stands the one over its files, so that
-- an audit finds a changed file though the pack means the same. What was stored before is named by its files.

alter table directive add column files text;
update directive set files = hash;
alter table directive alter column files set not null;

drop function clerk_directive(text, text, text, timestamptz, jsonb, jsonb);

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

grant execute on function clerk_directive(text, text, text, text, timestamptz, jsonb, jsonb)
    to ${clerk};
