-- Who operates the machine follows from signed acts in the log, and when from their place in it: the first operator
-- signs for themselves, every other is added and ended by an act of one who is there. An act and the row that follows
-- from it are one step.

create function write_register_of(p_key text, p_type text, p_payload text, p_at timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_stream bigint;
    v_sequence bigint;
    v_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_hash bytea := sha256(v_salt || convert_to(p_payload, 'UTF8'));
    v_leaf bytea;
begin
    insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
    values (p_key, 'register', 0, '', '', '', '') on conflict (key) do nothing;
    update stream set version = version + 1 where key = p_key returning id, version
        into v_stream, v_sequence;
    v_leaf := leaf_of(p_key, v_sequence, p_type, p_at, 'clerk', null, v_hash);
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf)
    values (v_stream, v_sequence, p_type, p_at, 'clerk', null, v_hash, v_leaf);
    insert into event_payload (stream, sequence, salt, sealed)
    values (v_stream, v_sequence, v_salt, convert_to(p_payload, 'UTF8'));
    insert into ledger_queue (stream, sequence, leaf, queued)
    values (v_stream, v_sequence, v_leaf, p_at);
end $$;

create or replace function write_register(p_type text, p_payload text) returns void
language sql set search_path = exeat, pg_temp as $$
    select write_register_of('register/mandates', p_type, p_payload, now())
$$;

-- At the time that was signed: its place in the log says whether that can be so.
create or replace function log_operator_act() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/mandates', 'operator-acted', operator_act_text(new), new.at);
    return null;
end $$;

drop function clerk_operator(text, bytea, text, timestamptz);
drop function clerk_operator_end(text, timestamptz);

-- Added by an act: done, or why not. The first signs for themselves.
create function clerk_operator_add(p_id text, p_key bytea, p_by text, p_what text, p_at timestamptz,
    p_signature bytea) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('operator', 0));
    if not exists (select 1 from operator) then
        if p_by <> p_id then
            return 'first';
        end if;
    elsif not exists (select 1 from operator o where o.id = p_by and o.ended is null) then
        return 'nobody';
    end if;
    if exists (select 1 from operator o where o.id = p_id or o.key = p_key) then
        return 'taken';
    end if;
    if exists (select 1 from operator_act a where a.operator = p_by and a.at = p_at) then
        return 'again';
    end if;
    insert into operator (id, key, added, added_by)
    values (p_id, p_key, p_at, nullif(p_by, p_id));
    insert into operator_act (operator, what, at, signature)
    values (p_by, p_what, p_at, p_signature);
    return 'done';
end $$;

create function clerk_operator_end(p_id text, p_by text, p_what text, p_at timestamptz,
    p_signature bytea) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('operator', 0));
    if not exists (select 1 from operator o where o.id = p_by and o.ended is null) then
        return 'nobody';
    end if;
    if not exists (select 1 from operator o where o.id = p_id and o.ended is null) then
        return 'unknown';
    end if;
    if exists (select 1 from operator_act a where a.operator = p_by and a.at = p_at) then
        return 'again';
    end if;
    insert into operator_act (operator, what, at, signature)
    values (p_by, p_what, p_at, p_signature);
    update operator set ended = p_at where id = p_id;
    return 'done';
end $$;

-- In the order of the log. An act was done no earlier than what stands before it there: the last entries are looked
-- at here, all of them by an audit. Null while it waits for its place.
create function operator_log(p_entries bigint)
returns table (place bigint, operator text, what text, at timestamptz, signature bytea, logged timestamptz)
language sql stable set search_path = exeat, pg_temp as $$
    select a.place, a.operator, a.what, a.at, a.signature,
        case when l.place is not null then greatest(a.at, (
            select max(x.at) from ledger_leaf b
            join event x on x.stream = b.stream and x.sequence = b.sequence
            join stream t on t.id = x.stream and t.kind <> 'register'
            where b.place < l.place and b.place >= l.place - p_entries)) end
    from operator_act a
    join stream s on s.key = 'register/mandates'
    join event e on e.stream = s.id and e.type = 'operator-acted' and e.at = a.at
    join event_payload p on p.stream = e.stream and p.sequence = e.sequence
        and p.sealed = convert_to(operator_act_text(a), 'UTF8')
    left join ledger_leaf l on l.stream = e.stream and l.sequence = e.sequence
    order by e.sequence
$$;

create function clerk_operator_log()
returns table (place bigint, operator text, what text, at timestamptz, signature bytea, logged timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select g.place, g.operator, g.what, g.at, g.signature, g.logged from operator_log(256) g
$$;

grant execute on function
    clerk_operator_add(text, bytea, text, text, timestamptz, bytea),
    clerk_operator_end(text, text, text, timestamptz, bytea), clerk_operator_log() to ${clerk};
