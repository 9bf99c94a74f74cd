-- Who opened a file, and what of it was shown. A batch of looks is one event of the stream
-- register/looks, whose payload is the batch itself: so a look is in the log like any other step.

create table look (
    sequence    bigint not null,          -- of the event
    n           int not null,             -- its place in the batch
    stream      bigint not null references stream (id),
    account     text not null,
    unit        text not null,
    at          timestamptz not null,
    travellers  int[] not null,           -- of whom something was shown, if only that they are there
    guarded     int[] not null,           -- of whom facts and finding were shown
    primary key (sequence, n)
);
create index look_stream on look (stream, at);

create trigger look_stays before update or delete or truncate on look
    for each statement execute function stays();

-- A batch as its event says it.
create function look_text(p_sequence bigint) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'case', t.key, 'account', l.account, 'unit', l.unit,
        'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'travellers', to_jsonb(l.travellers), 'guarded', to_jsonb(l.guarded)) order by l.n), '[]')::text
    from look l join stream t on t.id = l.stream where l.sequence = p_sequence
$$;

create function clerk_looks(p jsonb, p_now timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_key constant text := 'register/looks';
    v_stream bigint;
    v_sequence bigint;
    v_payload text;
    v_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_hash bytea;
    v_leaf bytea;
begin
    insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
    values (v_key, 'register', 0, '', '', '', '') on conflict (key) do nothing;
    update stream set version = version + 1 where key = v_key returning id, version
        into v_stream, v_sequence;
    insert into look (sequence, n, stream, account, unit, at, travellers, guarded)
    select v_sequence, row_number() over (), t.id, x.account, x.unit, x.at, x.travellers, x.guarded
    from jsonb_to_recordset(p) as x("case" text, account text, unit text, at timestamptz,
        travellers int[], guarded int[])
    join stream t on t.key = x."case";
    v_payload := look_text(v_sequence);
    v_hash := sha256(v_salt || convert_to(v_payload, 'UTF8'));
    v_leaf := leaf_of(v_key, v_sequence, 'looked', p_now, 'clerk', null, v_hash);
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf)
    values (v_stream, v_sequence, 'looked', p_now, 'clerk', null, v_hash, v_leaf);
    insert into event_payload (stream, sequence, salt, sealed)
    values (v_stream, v_sequence, v_salt, convert_to(v_payload, 'UTF8'));
    insert into ledger_queue (stream, sequence, leaf, queued)
    values (v_stream, v_sequence, v_leaf, p_now);
end $$;

-- To the person alone, and to whoever sees them whole as a guardian: no officer sees who looked.
alter table look enable row level security;
create policy seen on look for select to ${reader}
    using (stream = (select reading_case()) and ((select reading_traveller()) = any (travellers)
        or exists (select 1 from exeat.traveller_key k
            where k.stream = look.stream and k.traveller = any (look.travellers)
                and (select reading_traveller()) = any (k.parties))));

grant select on look to ${reader};
grant execute on function clerk_looks(jsonb, timestamptz) to ${clerk};
