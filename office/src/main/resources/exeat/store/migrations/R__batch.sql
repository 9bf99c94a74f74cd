-- The two functions by which everything is written, as they are now, and what they call. This file
-- is run again whenever it changes, after the numbered ones; change a function here and nowhere else.
-- The writer's role can do nothing else. They trust no row: who acts is read from the session, and
-- whether they may is asked of the tables.

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p
        where p.pronamespace = 'exeat'::regnamespace and p.proname in (
            'may_write', 'load_batch', 'may_append', 'append_row',
            'write_stream', 'write_events', 'write_work', 'write_life',
            'write_read_models', 'write_keys', 'write_erasure', 'write_alarms', 'append_batch')
    loop
        execute 'drop function ' || f;
    end loop;
end $$;

-- A party writes to their own case alone; a stranger only begins one; an officer writes where their
-- scope meets the case. Everybody with a mandate may take part in a briefing. A claim to protection
-- can be made with any officer, who then writes that and nothing else.
create function may_write(
    s session, p_stream bigint, p_kind text, p_now timestamptz) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select case s.kind
        when 'party' then p_stream is not null and p_stream = s.stream
        when 'stranger' then p_stream is null and p_kind = 'case'
        when 'clock' then p_stream is not null or p_kind in ('briefing', 'alarm')
        when 'officer' then p_stream is null or p_kind = 'briefing' or exists (
            select 1 from case_authority ca
            join scope sc on sc.authority = ca.authority
            where ca.stream = p_stream and sc.account = mandate_of(s, p_now))
        else false end
$$;

create function load_batch(p jsonb) returns table (
    ord int, session_kind text, account text, unit text, function text, account_directive text,
    lawyer boolean, acting text, absent boolean, tied text[], briefed text[], session_case text,
    traveller int, principal text,
    may_write boolean, stream_exists boolean, version bigint, last_at timestamptz, directive_id text,
    directive_version text, directive_hash text, state bytea, wrapped bytea, traveller_keys jsonb,
    answered bytea, answer_first bigint, answer_last bigint, answer_leaf bytea,
    answer_in_log_by timestamptz, answer_payloads jsonb, acknowledged jsonb, tenures jsonb, past jsonb)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select r.ord, s.kind, s.account, a.unit, a.function, a.directive,
        coalesce(a.lawyer, false) and a.id = s.account,
        case when a.id <> s.account then a.id end,
        is_absent(s.account, (p ->> 'now')::timestamptz),
        tied_to(s.account, (p ->> 'now')::timestamptz),
        (select array_agg(b.directive) from briefed_officer b where b.account = s.account),
        own.key, s.traveller, principal_of(s), may.write,
        t.id is not null, t.version,
        (select e.at from event e where e.stream = t.id and e.sequence = t.version),
        t.directive_id, t.directive_version, t.directive_hash,
        case when may.write then t.state end,
        case when may.write or q.key is not null then k.wrapped end,
        case when may.write or q.key is not null then (
            select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
            from traveller_key x where x.stream = t.id) end,
        q.command_hash, q.first, q.last, q.leaf, q.in_log_by,
        (select jsonb_agg(jsonb_build_object(
                'sequence', e.sequence, 'sealed', encode(e.sealed, 'base64')) order by e.sequence)
            from event_payload e
            where e.stream = q.stream and e.sequence between q.first and q.last),
        case when r.first then (
            select jsonb_object_agg(d.directive, d.units) from (
                select b.directive, jsonb_agg(b.authority) as units
                from briefed_unit b group by b.directive) d) end,
        case when r.first then (
            select jsonb_object_agg(d.directive, d.tenure) from directive_tenure d) end,
        case when r.erases and may.write then (
            select jsonb_agg(jsonb_build_object(
                'sequence', e.sequence, 'sealed', encode(e.sealed, 'base64')) order by e.sequence)
            from event_payload e where e.stream = t.id) end
    from (
        select i.ord, i.session, i.stream, i.kind, i.key, i.claim, i.erases,
            i.ord = min(i.ord) over () as first
        from jsonb_to_recordset(p -> 'rows')
            as i(ord int, session text, stream text, kind text, key text, claim boolean,
                erases boolean)) r
    left join session s on s.token = decode(r.session, 'base64')
        and s.expires > (p ->> 'now')::timestamptz
    left join account a on a.id = mandate_of(s, (p ->> 'now')::timestamptz)
    left join stream own on own.id = s.stream
    left join stream t on t.key = r.stream
    left join stream_key k on k.stream = t.id
    left join request q on q.principal = principal_of(s) and q.key = r.key
    cross join lateral (
        select s.token is not null and coalesce(
            may_write(s, t.id, r.kind, (p ->> 'now')::timestamptz)
                or r.claim and s.kind = 'officer', false) as write) may
$$;

create function may_append(
    s session, p_stream bigint, p_kind text, p_events jsonb, p_now timestamptz)
returns boolean language sql stable set search_path = exeat, pg_temp as $$
    select (coalesce(may_write(s, p_stream, p_kind, p_now), false)
            or s.kind = 'officer' and not exists (
                select 1 from jsonb_to_recordset(p_events) as e(type text)
                where e.type <> 'protection-claimed'))
        and not exists (
            select 1 from jsonb_to_recordset(p_events) as e(type text)
            where not exists (select 1 from event_right r
                where r.type = e.type and r.kind = p_kind and s.kind = any (r.writers)))
$$;

-- One command's row: checked, then written whole, or answered with why not.
create function append_row(p jsonb, p_now timestamptz, out verdict text, out last_leaf bytea)
language plpgsql set search_path = exeat, pg_temp as $$
declare
    s session;
    v_stream bigint;
    v_version bigint;
    v_expected bigint := (p ->> 'expected')::bigint;
    v_events int := jsonb_array_length(p -> 'events');
begin
    select token, kind, account, stream, traveller, expires, acting into s
        from session where token = decode(p ->> 'session', 'base64') and expires > p_now;
    if not found then
        verdict := 'session';
        return;
    end if;
    if exists (select 1 from request q
            where q.principal = principal_of(s) and q.key = p ->> 'key') then
        verdict := 'replay';
        return;
    end if;
    select t.id, t.version into v_stream, v_version
        from stream t where t.key = p ->> 'stream' for update;
    if coalesce(v_version, 0) <> v_expected then
        verdict := 'conflict';
        return;
    end if;
    if v_events = 0 or not may_append(s, v_stream, p ->> 'kind', p -> 'events', p_now) then
        verdict := 'access';
        return;
    end if;
    if exists (select 1 from jsonb_array_elements_text(p -> 'papers') n
                join paper x on x.number = n)
            or v_stream is null and exists (
                select 1 from stream t where t.number = p ->> 'number') then
        verdict := 'number';
        return;
    end if;
    v_stream := write_stream(p, v_stream, v_expected + v_events);
    -- A clock can be set back; within one stream time is not.
    last_leaf := write_events(p, (p ->> 'at')::timestamptz, s, v_stream, v_expected);
    perform write_read_models(p, v_stream, p_now);
    if p -> 'erase' <> 'null' then
        perform write_erasure(p -> 'erase', v_stream);
    end if;
    insert into request (principal, key, command_hash, stream, first, last, leaf, in_log_by)
    values (principal_of(s), p ->> 'key', decode(p ->> 'hash', 'base64'), v_stream,
        v_expected + 1, v_expected + v_events, coalesce(last_leaf, ''::bytea),
        (p ->> 'inLogBy')::timestamptz);
    verdict := 'done';
end $$;

create function write_stream(p jsonb, p_stream bigint, p_version bigint) returns bigint
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_stream bigint := p_stream;
    -- A case's version changes by the clock's event alone, whatever else a row says.
    v_moves boolean := p ->> 'kind' = 'briefing' or exists (
        select 1 from jsonb_to_recordset(p -> 'events') as e(type text) where e.type = 'moved');
begin
    if v_stream is null then
        insert into stream (key, kind, version, directive_id, directive_version, directive_hash,
            holder, number, due, state)
        values (p ->> 'stream', p ->> 'kind', p_version, p ->> 'directiveId',
            p ->> 'directiveVersion', p ->> 'directiveHash', p ->> 'holder', p ->> 'number',
            (p ->> 'due')::date, decode(p ->> 'state', 'base64'))
        returning id into v_stream;
        insert into stream_key (stream, wrapped)
        values (v_stream, decode(p ->> 'wrapped', 'base64'));
    else
        update stream set version = p_version, holder = p ->> 'holder',
            directive_version = case when v_moves
                then p ->> 'directiveVersion' else directive_version end,
            directive_hash = case when v_moves
                then p ->> 'directiveHash' else directive_hash end,
            due = (p ->> 'due')::date, state = decode(p ->> 'state', 'base64')
        where id = v_stream;
    end if;
    return v_stream;
end $$;

create function write_events(
    p jsonb, p_now timestamptz, s session, p_stream bigint, p_before bigint) returns bytea
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_unit text := (select a.unit from account a where a.id = mandate_of(s, p_now));
    v_leaf bytea;
begin
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf)
    select p_stream, p_before + e.place, e.item ->> 'type', p_now, actor_of(s), v_unit,
        decode(e.item ->> 'payloadHash', 'base64'),
        leaf_of(p ->> 'stream', p_before + e.place, e.item ->> 'type', p_now, actor_of(s),
            v_unit, decode(e.item ->> 'payloadHash', 'base64'))
    from jsonb_array_elements(p -> 'events') with ordinality as e(item, place);
    insert into event_payload (stream, sequence, salt, sealed)
    select p_stream, p_before + e.place, decode(e.item ->> 'salt', 'base64'),
        decode(e.item ->> 'sealed', 'base64')
    from jsonb_array_elements(p -> 'events') with ordinality as e(item, place);
    insert into ledger_queue (stream, sequence, leaf, queued)
    select e.stream, e.sequence, e.leaf, p_now
    from event e where e.stream = p_stream and e.sequence > p_before order by e.sequence;
    select e.leaf into v_leaf from event e
        where e.stream = p_stream order by e.sequence desc limit 1;
    return v_leaf;
end $$;

create function write_work(p jsonb, p_stream bigint) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    delete from case_authority ca where ca.stream = p_stream
        and not p -> 'authorities' ? ca.authority;
    insert into case_authority (stream, authority)
    select p_stream, a from jsonb_array_elements_text(p -> 'authorities') a
    on conflict do nothing;

    delete from work_item w where w.stream = p_stream;
    insert into work_item (stream, traveller, queue, task, unit, holder, number, since, due)
    select p_stream, w.traveller, w.queue, w.task, w.unit, p ->> 'holder', p ->> 'number',
        w.since, coalesce(w.due, 'infinity')
    from jsonb_to_recordset(p -> 'work')
        as w(traveller int, queue text, task text, unit text, since timestamptz, due date);

    insert into secret (stream, traveller, hash)
    select p_stream, x.traveller, decode(x.hash, 'base64')
    from jsonb_to_recordset(p -> 'secrets') as x(traveller int, hash text)
    on conflict (stream, traveller) do update set hash = excluded.hash;
    -- Whoever signed in with a secret that was replaced is signed out.
    delete from session s using jsonb_to_recordset(p -> 'secrets') as x(traveller int)
    where s.stream = p_stream and s.traveller = x.traveller;

    insert into paper (number, stream)
    select n, p_stream from jsonb_array_elements_text(p -> 'papers') n;

    insert into briefed_unit (directive, authority)
    select b.directive, b.unit
    from jsonb_to_recordset(p -> 'briefedUnits') as b(directive text, unit text)
    on conflict do nothing;
    insert into briefed_officer (directive, account)
    select b.directive, b.officer
    from jsonb_to_recordset(p -> 'briefedOfficers') as b(directive text, officer text)
    on conflict do nothing;

    insert into issue (stream, raised_by, holder, open)
    select p_stream, i.raised_by, i.holder, i.open
    from jsonb_to_recordset(p -> 'issues') as i(raised_by text, holder text, open boolean)
    on conflict (stream) do update set holder = excluded.holder, open = excluded.open;
end $$;

-- Beside the read models that there were: what a directive's own stream says of it, and a signature
-- only of a lawyer.
create function write_life(p jsonb, p_stream bigint, p_now timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    insert into directive_tenure as t (directive, tenure)
    select x.directive, x.tenure
    from jsonb_to_recordset(p -> 'tenures') as x(directive text, tenure jsonb)
    where p ->> 'stream' = 'briefing/' || x.directive
    on conflict (directive) do update set tenure = excluded.tenure, times = t.times + 1
        where t.tenure <> excluded.tenure;

    insert into directive_signature (directive, pair, account, at)
    select x.directive, x.pair, x.account, x.at
    from jsonb_to_recordset(p -> 'signatures')
        as x(directive text, pair text, account text, at timestamptz)
    join account a on a.id = x.account and a.lawyer
    where p ->> 'stream' = 'briefing/' || x.directive;

    if jsonb_typeof(p -> 'duties') = 'array' then
        delete from duty d where d.stream = p_stream;
        insert into duty (stream, kind, number, account, other, begins, ends)
        select p_stream, x.kind, x.number, x.account, x.other, x.begins, x.ends
        from jsonb_to_recordset(p -> 'duties') as x(kind text, number int, account text,
            other text, begins timestamptz, ends timestamptz);
    end if;
    insert into queue_jump (stream, place, traveller, task, unit, account, why, at)
    select p_stream, x.place, x.traveller, x.task, x.unit, x.account, x.why, p_now
    from jsonb_to_recordset(p -> 'jumps')
        as x(place int, traveller int, task text, unit text, account text, why text);
end $$;

create function write_alarms(p jsonb, p_stream bigint) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    insert into alarm (stream, holder, open, due)
    select p_stream, a.holder, a.open, a.due
    from jsonb_to_recordset(p -> 'alarms') as a(holder text, open boolean, due date)
    on conflict (stream) do update
        set holder = excluded.holder, open = excluded.open, due = excluded.due;
end $$;

-- Who may have a traveller's key changes; the key never does.
create function write_keys(p jsonb, p_stream bigint) returns void
language sql set search_path = exeat, pg_temp as $$
    insert into traveller_key (stream, traveller, wrapped, units, parties)
    select p_stream, x.traveller, decode(x.wrapped, 'base64'), x.units, x.parties
    from jsonb_to_recordset(p -> 'travellerKeys')
        as x(traveller int, wrapped text, units text[], parties int[])
    on conflict (stream, traveller) do update
        set units = excluded.units, parties = excluded.parties
$$;

-- What an event says was erased goes, in the transaction of that event: a trigger lets no payload go
-- without one. What was remembered of commands goes too, for it is a hash of what they said.
create function write_erasure(p jsonb, p_stream bigint) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    delete from event_payload e where e.stream = p_stream and e.sequence in (
        select x::bigint from jsonb_array_elements_text(p -> 'steps') x);
    delete from traveller_key k where k.stream = p_stream and k.traveller in (
        select x::int from jsonb_array_elements_text(p -> 'travellers') x);
    delete from paper n where n.stream = p_stream and not p -> 'papers' ? n.number;
    delete from request q where q.stream = p_stream and exists (
        select 1 from jsonb_array_elements_text(p -> 'steps') x
        where x::bigint between q.first and q.last);
    update stream_key k set wrapped = decode(p ->> 'wrapped', 'base64')
    where k.stream = p_stream and p ->> 'wrapped' is not null;
end $$;

create function write_read_models(p jsonb, p_stream bigint, p_now timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_work(p, p_stream);
    if p -> 'travellerKeys' <> '[]' then
        perform write_keys(p, p_stream);
    end if;
    perform write_life(p, p_stream, p_now);
    if p ->> 'kind' = 'alarm' then
        perform write_alarms(p, p_stream);
    end if;
end $$;

create function append_batch(p jsonb) returns table (ord int, verdict text, leaf bytea)
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_row jsonb;
    v_done int[] := '{}';
begin
    for v_row in select r from jsonb_array_elements(p -> 'rows') r loop
        ord := (v_row ->> 'ord')::int;
        select a.verdict, a.last_leaf into verdict, leaf
            from append_row(v_row, (p ->> 'now')::timestamptz) a;
        if verdict = 'done' then
            v_done := v_done || ord;
        end if;
        return next;
    end loop;
    -- In the order of the key, once, so that two writers never wait for each other in a ring.
    insert into report_cell as c (authority, measure, began, due, stripe, n)
    select x.authority, x.measure, x.began, coalesce(x.due, 'infinity'),
        (p ->> 'stripe')::int, sum(x.n)
    from jsonb_array_elements(p -> 'rows') r
    cross join jsonb_to_recordset(r -> 'cells')
        as x(authority text, measure text, began date, due date, n bigint)
    where (r ->> 'ord')::int = any (v_done)
    group by 1, 2, 3, 4, 5 having sum(x.n) <> 0
    order by 1, 2, 3, 4, 5
    on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n;
end $$;

grant execute on function load_batch(jsonb), append_batch(jsonb) to ${writer};
