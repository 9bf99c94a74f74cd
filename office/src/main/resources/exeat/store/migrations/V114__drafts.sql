-- Packs that can be read and are looked at: proved, or disproved with a person. They decide nothing.

create table draft (
    hash        text primary key,
    id          text not null,
    version     text not null,
    kept        timestamptz not null,
    place       bigint generated always as identity unique -- the newest has the highest
);

create table draft_file (
    draft       text not null references draft (hash),
    path        text not null,
    content     bytea not null,
    primary key (draft, path)
);

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

grant select on draft, draft_file to ${clerk};
grant execute on function clerk_draft(text, text, text, timestamptz, jsonb) to ${clerk};
