-- What was erased is said a second time, without anything of a person, in a register of its own. Such an event can be
-- shown whole, with its place in the signed log: so a line outside the database that says that somebody was erased is
-- proved by it, and whoever only has the office's keys erases nobody.

create function log_erasure(p_stream bigint, p_travellers jsonb, p_ground text, p_now timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/erasures', 'erasure-told', jsonb_build_object(
        'case', t.key, 'sequence', e.sequence, 'travellers', p_travellers, 'ground', p_ground)::text, p_now)
    from stream t join event e on e.stream = t.id and e.type = 'erased'
    where t.id = p_stream and e.sequence = (
        select max(x.sequence) from event x where x.stream = p_stream and x.type = 'erased');
end $$;

-- What an older version erased is told by this one.
create function clerk_erasure_told(p_case text, p_sequence bigint, p_travellers jsonb, p_ground text,
    p_at timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('erasure', 0));
    if exists (select 1 from clerk_erasures_told() x where x.erased = p_case and x.step = p_sequence)
        or not exists (select 1 from stream t join event e on e.stream = t.id
            where t.key = p_case and e.sequence = p_sequence and e.type = 'erased') then
        return false;
    end if;
    perform write_register_of('register/erasures', 'erasure-told', jsonb_build_object(
        'case', p_case, 'sequence', p_sequence, 'travellers', p_travellers, 'ground', p_ground)::text,
        p_at);
    return true;
end $$;

create function clerk_erasures_told()
returns table (erased text, step bigint, sequence bigint, at timestamptz, payload_hash bytea, leaf bytea,
    salt bytea, payload text, place bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select x.told ->> 'case', (x.told ->> 'sequence')::bigint, x.sequence, x.at, x.payload_hash, x.leaf, x.salt,
        x.payload, x.place
    from (
        select e.sequence, e.at, e.payload_hash, e.leaf, p.salt, convert_from(p.sealed, 'UTF8') as payload,
            convert_from(p.sealed, 'UTF8')::jsonb as told, l.place
        from stream t join event e on e.stream = t.id
        join event_payload p on p.stream = e.stream and p.sequence = e.sequence
        left join ledger_leaf l on l.stream = e.stream and l.sequence = e.sequence
        where t.key = 'register/erasures') x
    order by x.sequence
$$;

grant execute on function clerk_erasure_told(text, bigint, jsonb, text, timestamptz), clerk_erasures_told() to ${clerk};
