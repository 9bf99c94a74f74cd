-- Writing: the two functions by which everything is written, and what they call. The writer's role can do nothing else.
-- They trust no row: who acts is read from the session, and whether they may is asked of the tables. How they are
-- planned is said where the writer connects.

-- Who acts, as an event says it. This and the next are so written that the planner takes them apart.
create function actor_of(s exeat.session) returns text language sql immutable as $$
    select case s.kind
        when 'officer' then 'officer/' || s.account
        when 'party' then 'party/' || s.traveller::text
        else s.kind end
$$;

-- Who sends commands, as keys are kept for them.
create function principal_of(s exeat.session) returns text language sql immutable as $$
    select case s.kind
        when 'officer' then 'officer/' || s.account
        when 'party' then 'party/' || s.stream::text || '/' || s.traveller::text
        when 'stranger' then 'stranger/' || encode(s.token, 'hex')
        else s.kind end
$$;

-- A party writes to their own case alone, and begins issues; a stranger only begins a case; an officer
-- writes where the scope of their mandate meets the case, under the directive of the mandate alone.
-- Everybody with a mandate may take part in its directive's briefing. What a unit reports is named by
-- its stream's key, and is for those alone in whose scope that unit is. A table of one row, because a
-- planner takes such a function apart and no other.
create function may_write(
    p_writer text, p_case bigint, p_mandate exeat.mandate, p_stream bigint, p_directive text, p_kind text, p_key text)
returns table (it boolean) language sql stable as $$
    select coalesce(case p_writer
        when 'party' then p_stream is not null and p_stream = p_case
            or p_stream is null and p_kind = 'issue'
        when 'stranger' then p_stream is null and p_kind = 'case'
        when 'clock' then p_stream is not null
            or p_kind in ('briefing', 'alarm', 'report', 'issue')
        when 'officer' then case when p_kind = 'report' then p_stream is not null
                and p_directive = p_mandate.directive and exists (
                    select 1 from exeat.scope sc where sc.account = p_mandate.account
                        and sc.directive = p_mandate.directive
                        and sc.authority = split_part(p_key, '/', 3))
            when p_kind = 'briefing' then p_key = 'briefing/' || p_mandate.directive
            else p_stream is null or p_directive = p_mandate.directive and exists (
                select 1 from exeat.case_authority ca
                join exeat.scope sc on sc.authority = ca.authority
                where ca.stream = p_stream and sc.account = p_mandate.account
                    and sc.directive = p_mandate.directive) end
        else false end, false)
$$;

-- A stream is of the kind that its key names, whatever a row says. Only the issuer, which is the root
-- of its tree, clarifies. Its own reports a unit sends, and no other unit does; asking for one, and
-- words under it, are for the levels above. The clock raises an issue where a blind second decision
-- came out otherwise, and no other.
create function may_add(
    p_writer text, p_unit text, p_kind text, p_key text, p_types text[])
returns table (it boolean) language sql stable as $$
    select coalesce(split_part(p_key, '/', 1) = p_kind
        and (not 'clarified' = any (p_types) or exists (
            select 1 from exeat.directive d
            join exeat.authority u on u.directive = d.hash and u.id = p_unit and u.parent is null
            where p_key = 'briefing/' || d.id))
        and (p_writer <> 'clock' or not 'issue-raised' = any (p_types) or exists (
            select 1 from exeat.redecision r where r.answer is not null
                and exeat.redecision_issue(r.sample, r.ticket) = p_key))
        and (p_kind <> 'report' or p_writer <> 'officer' or not exists (
            select 1 from unnest(p_types) w
            where (w in ('report-sent', 'report-due'))
                is distinct from (p_unit = split_part(p_key, '/', 3)))), false)
$$;

-- What the writer remembers of a stream it names by its last leaf; where that still is the last one,
-- the stream is not told again, whoever else has written meanwhile.
create function load_batch(p jsonb) returns table (
    ord int, session_kind text, account text, unit text, function text, account_directive text,
    lawyer boolean, acting text, absent boolean, tied text[], briefed text[], session_case text,
    traveller int, principal text,
    may_write boolean, stream_exists boolean, version bigint, known boolean, last_at timestamptz,
    directive_id text, directive_version text, directive_hash text, state bytea, wrapped bytea,
    traveller_keys jsonb, answered bytea, answer_first bigint, answer_last bigint,
    answer_leaf bytea, answer_at timestamptz, answer_payloads jsonb, acknowledged jsonb,
    tenures jsonb, past jsonb)
language plpgsql stable security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_now timestamptz := p ->> 'now';
begin
    return query
    -- Who acts is asked once for each session, of which a batch has fewer than rows. A session is
    -- looked up, and its case: a join may be made of all sessions that there are, or of all cases.
    with acting as materialized (
        select i.n, (s).token, (s).kind, (s).account, (s).stream, (s).traveller,
            principal_of(s) as principal, m as mandate, m.unit, m.function, m.directive,
            coalesce(a.lawyer, false) and a.id = (s).account as lawyer,
            case when a.id <> (s).account then a.id end as acting,
            (s).kind = 'officer' and away.it as absent,
            case when (s).kind = 'officer' then tied.others end as tied,
            case when (s).kind = 'officer' then (
                select array_agg(b.directive || ' ' || b.edition) from briefed_officer b
                where b.account = (s).account) end as briefed,
            own.key as own
        from jsonb_array_elements_text(p -> 'sessions') with ordinality as i(session, n)
        left join lateral (
            select x from session x where x.token = decode(i.session, 'base64') and x.expires > v_now
            offset 0) as l(s) on true
        left join account a on a.id
            = case when (s).acting is null then (s).account else mandate_of(s, v_now) end
        left join mandate m on m.account = a.id and m.directive = (s).directive
        left join lateral (
            select o.key from stream o where o.id = (s).stream offset 0) own on true
        cross join lateral absence((s).account, v_now) away
        cross join lateral ties((s).account, v_now) tied)
    select r.ord, s.kind, s.account, s.unit, s.function, s.directive, s.lawyer, s.acting,
        s.absent, s.tied, s.briefed, s.own, s.traveller, s.principal, may.write,
        t.id is not null, t.version, may.knows, last.at,
        t.directive_id, t.directive_version, t.directive_hash,
        case when may.write and not may.knows then t.state end,
        case when (may.write or q.id is not null) and not may.knows then k.wrapped end,
        case when (may.write or q.id is not null) and not may.knows then (
            select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
            from traveller_key x where x.stream = t.id) end,
        q.command_hash, q.first, q.last, q.leaf, q.at,
        case when q.id is not null then (
            select jsonb_agg(jsonb_build_object(
                'sequence', e.sequence, 'sealed', encode(e.sealed, 'base64')) order by e.sequence)
            from event e
            where e.stream = q.stream and e.sequence between q.first and q.last and e.sealed is not null) end,
        case when r.first then (
            select jsonb_object_agg(d.directive, d.units) from (
                select b.directive, jsonb_agg(b.authority) as units
                from briefed_unit b group by b.directive) d) end,
        case when r.first then (
            select jsonb_object_agg(d.directive, d.tenure) from directive_tenure d) end,
        case when r.erases and may.write then (
            select jsonb_agg(jsonb_build_object(
                'sequence', e.sequence, 'sealed', encode(e.sealed, 'base64')) order by e.sequence)
            from event e where e.stream = t.id and e.sealed is not null) end
    from (
        select i.ord, i.session, i.stream, i.kind, i.key, i.claim,
            i.erases, decode(i.known, 'base64') as known, i.ord = min(i.ord) over () as first
        from jsonb_to_recordset(p -> 'rows')
            as i(ord int, session int, stream text, kind text, key text, claim boolean,
                erases boolean, known text)) r
    join acting s on s.n = r.session
    left join stream t on t.key = r.stream
    left join stream_key k on k.stream = t.id
    left join event last on last.stream = t.id and last.sequence = t.version
    left join lateral (
        select q.id, q.command_hash, q.stream, q.first, q.last, a.leaf, a.at
        from request q join event a on a.stream = q.stream and a.sequence = q.last
        where q.id = request_id(s.principal, r.key)
        offset 0) q on true
    cross join lateral (
        select y.write, coalesce(
            y.write and q.id is null and not r.erases and last.leaf = r.known, false) as knows
        from (select s.token is not null
                and (m.it or r.claim and s.kind in ('officer', 'stranger')) as write
            from may_write(s.kind, s.stream, s.mandate, t.id, t.directive_id, r.kind, r.stream) m offset 0) y
        offset 0) may; -- So that it is asked once for each row, and not where it is mentioned.
end $$;

-- One that waited and works by now takes the place of the old one before the next waits; the sessions
-- of the old one end when the new one works. Where somebody objected, the old one goes on.
create function write_new_secrets(p jsonb, p_streams bigint[], p_now timestamptz) returns void
language plpgsql as $$
declare
    v_line record;
begin
    for v_line in
        select p_streams[g.n] as stream, g.traveller, g.hash, g.works_from
        from jsonb_to_recordset(p) as g(n int, traveller int, hash text, works_from timestamptz)
        where p_streams[g.n] > 0
            and (g.hash is null or g.works_from >= p_now + interval '3 days')
    loop
        insert into secret (stream, traveller, hash)
        select w.stream, w.traveller, w.hash from secret_waiting w
        where w.stream = v_line.stream and w.traveller = v_line.traveller
            and w.works_from <= p_now
        on conflict (stream, traveller) do update set hash = excluded.hash;
        delete from secret_waiting w
        where w.stream = v_line.stream and w.traveller = v_line.traveller;
        if v_line.hash is not null then
            insert into secret_waiting (stream, traveller, hash, works_from)
            values (v_line.stream, v_line.traveller, decode(v_line.hash, 'base64'),
                v_line.works_from);
            update session s set expires = least(s.expires, v_line.works_from)
            where s.stream = v_line.stream and s.traveller = v_line.traveller;
        end if;
    end loop;
end $$;

-- The leaves of a command's steps, each with a link to the one before it; see link_of.
--
-- In whose chain a step of a case stands is in its row, which the writer alone knows, as it is in what is sealed; the
-- audit compares the two.
create function chained(p_stream bigint, p_from bigint, p_name text, p_kind text, p_types text[],
    p_at timestamptz, p_actor text, p_unit text, p_hashes text[], p_chain int[], p_chains int[])
returns table (place bigint, hash bytea, blind bytea, chain int, chains int, leaf bytea)
language plpgsql as $$
#variable_conflict use_variable
declare
    -- The last leaf of each chain, by its number and two.
    v_last bytea[] := '{}';
    v_links text[];
begin
    for i in 1 .. cardinality(p_types) loop
        place := i;
        hash := decode(p_hashes[i], 'base64');
        if p_kind <> 'case' then
            if i = 1 then
                leaf := (select e.leaf from event e where e.stream = p_stream and e.sequence = p_from);
            end if;
            leaf := leaf_of(p_name, (p_from + i)::text, p_types[i], p_at, p_actor, p_unit, hash,
                coalesce(encode(leaf, 'hex'), ''));
        else
            -- Random, and another one for each step, as it names its place.
            blind := uuid_send(gen_random_uuid());
            chain := p_chain[i];
            chains := p_chains[i];
            v_links := '{}';
            for c in coalesce(chain, 0) .. coalesce(chain, chains, -1) loop
                if v_last[c + 2] is null then
                    v_last[c + 2] := coalesce((
                        select e.leaf from event e
                        where e.stream = p_stream and (e.chain = c or c >= 0 and e.chains >= c)
                        order by e.sequence desc limit 1), '');
                end if;
                v_links := v_links || link_of(blind, c, v_last[c + 2]);
            end loop;
            leaf := leaf_of(p_name, blinded(p_from + i, blind), p_types[i], p_at, p_actor, p_unit, hash,
                array_to_string(v_links, ' '));
            for c in coalesce(chain, 0) .. coalesce(chain, chains, -1) loop
                v_last[c + 2] := leaf;
            end loop;
        end if;
        return next;
    end loop;
end $$;

-- One command of each stream at most: checked, then written whole, or answered with why not. What a
-- check has seen of a stream still holds where it is written, because its version does; and who acts
-- is read from the session alone. Called by append_batch alone, and with its search path.
--
-- What every row has is one statement; what only some have, each its own, which is not even begun
-- where no row has it. These are lists beside the rows, whose lines name theirs by n.
create function append_round(
    p jsonb, p_round int, p_now timestamptz, p_states bytea[], p_sealed bytea[])
returns table (ord int, verdict text, leaf bytea, stream bigint)
language plpgsql as $$
#variable_conflict use_column
declare
    -- The stream of each row that this round has written, by n; 0 for every other row.
    v_streams bigint[] := array_fill(0::bigint, array[cardinality(p_states)]);
    -- Where the day on which the clock must look is another one now.
    v_moved bigint[] := '{}';
    v_was date[] := '{}';
    v_due date[] := '{}';
    v_row record;
begin
    for v_row in
    with checked as materialized (
        select r.n, r.ord, r.stream as name, r.kind, r.expected, r.key, r.hash,
            r.directive, r.version, r.directive_hash, r.holder, r.number, r.due, r.wrapped,
            r.at, r.types, r.hashes, r.salts, r.chain, r.chains, r.sealed,
            t.id as stream, t.due as was, cardinality(r.types) as many, principal_of(s) as principal,
            actor_of(s) as actor, m.unit, case
                when s.token is null then 'session'
                when exists (select 1 from request q
                    where q.id = request_id(principal_of(s), r.key)) then 'replay'
                when coalesce(t.version, 0) <> r.expected then 'conflict'
                when coalesce(cardinality(r.types), 0) = 0
                    or not may.it
                        -- A claim to protection can be made with any officer, and by anybody who
                        -- has not signed in; they then write that and nothing else.
                        and not (s.kind in ('officer', 'stranger') and 'protection-claimed' = all (r.types))
                    or not more.it
                    -- What an officer begins is of the directive of their mandate.
                    or s.kind = 'officer' and t.id is null and r.directive is distinct from m.directive
                    or exists (select 1 from unnest(r.types) w where not exists (
                        select 1 from event_right g where g.type = w and g.kind = r.kind
                            and s.kind = any (g.writers)))
                    -- No officer alone gets somebody a secret, and none acts as the person but
                    -- before two protection officers, who each say whom they identified.
                    or s.kind = 'officer' and 'secret-issued' = any (r.types) and not exists (
                        select 1 from event e
                        where e.stream = t.id and e.type = 'secret-asked'
                            and e.actor <> actor_of(s) and e.at > p_now - interval '24 hours')
                    or s.kind = 'officer'
                        and r.types && array['withdrawn', 'protection-claim-ended', 'withdrawal-undone',
                            'protection-claim-restored']
                        and not ('identified-in-person' = any (r.types) and exists (
                            select 1 from event e
                            where e.stream = t.id and e.type = 'in-person-asked'
                                and e.actor <> actor_of(s) and e.at > p_now - interval '24 hours'))
                    -- None says alone what somebody said who was heard alone.
                    or s.kind = 'officer' and 'protection-heard' = any (r.types) and not exists (
                        select 1 from event e
                        where e.stream = t.id and e.type = 'protection-heard-once'
                            and e.actor <> actor_of(s))
                    -- A traveller's issue goes to the unit that has their file, and to no other.
                    or s.kind = 'party' and r.kind = 'issue' and exists (
                        select 1 from jsonb_to_recordset(p -> 'others' -> r.ord::text -> 'issues')
                            as i(holder text)
                        where i.holder is distinct from (
                            select o.holder from stream o where o.id = s.stream))
                    then 'access'
                when exists (select 1 from unnest(r.papers) w join paper x on x.number = w)
                    or t.id is null and exists (
                        select 1 from stream o where o.number = r.number) then 'number'
                else 'done' end as verdict
        from jsonb_to_recordset(p -> 'rows') as r(
            n int, ord int, round int, session text, stream text, kind text, expected bigint,
            key text, hash text, directive text, version text, directive_hash text,
            holder text, number text, due date, wrapped text, at timestamptz, papers text[], types text[], hashes text[], salts text[], chain int[],
            chains int[], sealed int)
        left join session s on s.token = decode(r.session, 'base64') and s.expires > p_now
        left join account a on a.id
            = case when s.acting is null then s.account else mandate_of(s, p_now) end
        left join mandate m on m.account = a.id and m.directive = s.directive
        left join stream t on t.key = r.stream
        cross join lateral may_write(s.kind, s.stream, m, t.id, t.directive_id, r.kind, r.stream) may
        cross join lateral may_add(s.kind, m.unit, r.kind, r.stream, r.types) more
        where r.round = p_round),
    made as (
        insert into stream (key, kind, version, directive_id, directive_version, directive_hash,
            holder, number, due, state, projection)
        select c.name, c.kind, c.many, c.directive, c.version, c.directive_hash, c.holder,
            c.number, c.due, p_states[c.n], coalesce((select coalesce(x.next, x.version) from projection x), 1)
        from checked c where c.verdict = 'done' and c.stream is null
        on conflict do nothing
        returning id, key),
    moved as (
        update stream t set version = c.expected + c.many, holder = c.holder, due = c.due,
            state = p_states[c.n],
            -- A case's version changes by the clock's event alone, whatever else a row says.
            directive_version = case when c.kind = 'briefing' or 'moved' = any (c.types)
                then c.version else t.directive_version end,
            directive_hash = case when c.kind = 'briefing' or 'moved' = any (c.types)
                then c.directive_hash else t.directive_hash end
        from checked c
        where t.id = c.stream and c.verdict = 'done' and t.version = c.expected
        returning t.id, t.key),
    e as materialized (
        select c.n, x.id as stream, c.expected + i.place as sequence, i.place = c.many as last,
            c.types[i.place] as type, c.at, c.actor, c.unit, i.hash, c.salts[i.place] as salt,
            c.sealed + i.place - 1 as sealed, i.blind, i.chain, i.chains, i.leaf
        from (select m.id, m.key from made m union all select m.id, m.key from moved m) x
        join checked c on c.name = x.key
        cross join lateral chained(x.id, c.expected, c.name, c.kind, c.types, c.at, c.actor, c.unit,
            c.hashes, c.chain, c.chains) i),
    happened as (
        insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf, blind,
            chain, chains, salt, sealed)
        select e.stream, e.sequence, e.type, e.at, e.actor, e.unit, e.hash, e.leaf, e.blind,
            e.chain, e.chains, decode(e.salt, 'base64'), p_sealed[e.sealed]
        from e),
    queued as (
        insert into ledger_queue (stream, first, last, queued)
        select e.stream, c.expected + 1, e.sequence, e.at
        from e join checked c on c.n = e.n where e.last),
    keyed as (
        insert into request (id, command_hash, party, stream, first, last)
        select request_id(c.principal, c.key), decode(c.hash, 'base64'),
            case when c.kind = 'issue' and c.expected = 0 and c.principal like 'party/%' then c.principal end,
            e.stream, c.expected + 1, e.sequence
        from e join checked c on c.n = e.n where e.last)
    select c.n, c.ord, c.expected, c.wrapped, c.was, c.due, e.leaf, e.stream,
        case when c.verdict = 'done' and e.leaf is null then 'conflict' else c.verdict end
            as verdict
    from checked c left join e on e.n = c.n and e.last
    loop
        ord := v_row.ord;
        verdict := v_row.verdict;
        leaf := v_row.leaf;
        stream := v_row.stream;
        return next;
        if verdict = 'done' then
            v_streams[v_row.n] := stream;
            if v_row.expected = 0 then
                insert into stream_key (stream, wrapped)
                values (v_row.stream, decode(v_row.wrapped, 'base64'));
            end if;
            if v_row.due is distinct from v_row.was then
                v_moved := v_moved || v_row.stream;
                v_was := v_was || v_row.was;
                v_due := v_due || v_row.due;
            end if;
        end if;
    end loop;

    if v_moved <> '{}' then
        delete from stream_due d using unnest(v_moved, v_was) as g(stream, day)
        where d.day = g.day and d.stream = g.stream;
        insert into stream_due (day, stream)
        select g.day, g.stream from unnest(v_moved, v_due) as g(stream, day) where g.day is not null;
    end if;
    -- Nobody else inserts the same meanwhile, because the stream's row is locked; "on conflict" would log each row twice.
    if p ? 'authorities' then
        delete from case_authority ca
        using jsonb_to_recordset(p -> 'authorities') as g(n int, units text[])
        where ca.stream = v_streams[g.n] and not ca.authority = any (g.units);
        insert into case_authority (stream, authority)
        select v_streams[g.n], x
        from jsonb_to_recordset(p -> 'authorities') as g(n int, units text[])
        cross join lateral unnest(g.units) x
        where v_streams[g.n] > 0 and not exists (
            select 1 from case_authority ca where ca.stream = v_streams[g.n] and ca.authority = x);
    end if;
    if p ? 'gone' then
        delete from work_item i
        using jsonb_to_recordset(p -> 'gone')
            as g(n int, traveller int, queue text, task text, unit text)
        where i.stream = v_streams[g.n] and i.traveller = g.traveller and i.queue = g.queue
            and i.task = g.task and i.unit = g.unit;
    end if;
    if p ? 'work' then
        update work_item i set holder = g.holder, number = g.number, since = g.since,
            due = coalesce(g.due, 'infinity')
        from jsonb_to_recordset(p -> 'work') as g(n int, traveller int, queue text, task text,
            unit text, holder text, number text, since timestamptz, due date)
        where i.stream = v_streams[g.n] and i.traveller = g.traveller and i.queue = g.queue
            and i.task = g.task and i.unit = g.unit;
        insert into work_item (stream, traveller, queue, task, unit, holder, number, since, due)
        select v_streams[g.n], g.traveller, g.queue, g.task, g.unit, g.holder, g.number, g.since,
            coalesce(g.due, 'infinity')
        from jsonb_to_recordset(p -> 'work') as g(n int, traveller int, queue text, task text,
            unit text, holder text, number text, since timestamptz, due date)
        where v_streams[g.n] > 0 and not exists (
            select 1 from work_item i where i.stream = v_streams[g.n] and i.traveller = g.traveller
                and i.queue = g.queue and i.task = g.task and i.unit = g.unit);
    end if;
    if p ? 'secrets' then
        -- No secret is ever replaced at once: another one waits, three days at the least.
        insert into secret (stream, traveller, hash)
        select v_streams[g.n], g.traveller, decode(g.hash, 'base64')
        from jsonb_to_recordset(p -> 'secrets')
            as g(n int, traveller int, hash text, works_from timestamptz)
        where v_streams[g.n] > 0 and g.hash is not null and g.works_from is null and not exists (
            select 1 from secret s where s.stream = v_streams[g.n] and s.traveller = g.traveller);
        perform write_new_secrets(p -> 'secrets', v_streams, p_now);
    end if;
    if p ? 'papers' then
        insert into paper (number, stream)
        select g.number, v_streams[g.n]
        from jsonb_to_recordset(p -> 'papers') as g(n int, number text)
        where v_streams[g.n] > 0;
    end if;
    if p ? 'keys' then
        -- Who may have a traveller's key changes; the key never does.
        update traveller_key k set units = g.units, parties = g.parties
        from jsonb_to_recordset(p -> 'keys') as g(n int, traveller int, units text[], parties int[])
        where k.stream = v_streams[g.n] and k.traveller = g.traveller;
        insert into traveller_key (stream, traveller, wrapped, units, parties)
        select v_streams[g.n], g.traveller, decode(g.wrapped, 'base64'), g.units, g.parties
        from jsonb_to_recordset(p -> 'keys') as g(n int, traveller int, wrapped text,
            units text[], parties int[])
        where v_streams[g.n] > 0 and not exists (
            select 1 from traveller_key k where k.stream = v_streams[g.n] and k.traveller = g.traveller);
    end if;
end $$;

-- What only some rows have, of streams that are seldom written: a list that a row lacks costs nothing.
-- All of these are called by append_batch alone, and with its search path.
create function write_life(p jsonb, p_stream bigint, p_now timestamptz) returns void
language plpgsql as $$
begin
    if p ? 'tenures' then
        insert into directive_tenure as t (directive, tenure)
        select x.directive, x.tenure
        from jsonb_to_recordset(p -> 'tenures') as x(directive text, tenure jsonb)
        where p ->> 'stream' = 'briefing/' || x.directive
        on conflict (directive) do update set tenure = excluded.tenure, times = t.times + 1
            where t.tenure <> excluded.tenure;
    end if;
    -- A signature only of a lawyer.
    if p ? 'signatures' then
        insert into directive_signature (directive, pair, account, at)
        select x.directive, x.pair, x.account, x.at
        from jsonb_to_recordset(p -> 'signatures')
            as x(directive text, pair text, account text, at timestamptz)
        join account a on a.id = x.account and a.lawyer
        where p ->> 'stream' = 'briefing/' || x.directive;
    end if;
    if p ? 'clarifications' then
        insert into clarification
            (directive, number, stream, version, paragraph, rules, words, at)
        select x.directive, x.number, p_stream, x.version, x.paragraph, x.rules, x.words, x.at
        from jsonb_to_recordset(p -> 'clarifications') as x(directive text, number int,
            version text, paragraph text, rules text[], words text, at timestamptz)
        where p ->> 'stream' = 'briefing/' || x.directive;
    end if;
    -- All that there are: a list of none says that nobody is away any more.
    if jsonb_typeof(p -> 'duties') = 'array' then
        delete from duty d where d.stream = p_stream;
        insert into duty (stream, kind, number, account, other, begins, ends)
        select p_stream, x.kind, x.number, x.account, x.other, x.begins, x.ends
        from jsonb_to_recordset(p -> 'duties') as x(kind text, number int, account text,
            other text, begins timestamptz, ends timestamptz);
    end if;
    if p ? 'jumps' then
        insert into queue_jump (stream, place, traveller, task, unit, account, why, at)
        select p_stream, x.place, x.traveller, x.task, x.unit, x.account, x.why, p_now
        from jsonb_to_recordset(p -> 'jumps')
            as x(place int, traveller int, task text, unit text, account text, why text);
    end if;
end $$;

create function write_alarms(p jsonb, p_stream bigint) returns void
language plpgsql as $$
begin
    insert into alarm (stream, holder, open, due)
    select p_stream, a.holder, a.open, a.due
    from jsonb_to_recordset(p -> 'alarms') as a(holder text, open boolean, due date)
    on conflict (stream) do update
        set holder = excluded.holder, open = excluded.open, due = excluded.due;
end $$;

-- What an event says was erased goes, in the transaction of that event: a trigger lets no payload go
-- without one. What was remembered of commands goes too, for it is a hash of what they said.
create function write_erasure(p jsonb, p_stream bigint) returns void
language plpgsql as $$
begin
    update event e set salt = null, sealed = null
    where e.stream = p_stream and e.sealed is not null and e.sequence in (
        select x::bigint from jsonb_array_elements_text(p -> 'steps') x);
    delete from traveller_key k where k.stream = p_stream and k.traveller in (
        select x::int from jsonb_array_elements_text(p -> 'travellers') x);
    delete from paper n where n.stream = p_stream and not p -> 'papers' ? n.number;
    -- Issues of who goes are seen by nobody from now on; each then goes by an event of its own.
    update issue i set going = true where i.by_case = p_stream and i.by_traveller in (
        select x::int from jsonb_array_elements_text(p -> 'travellers') x);
    update issue i set going = false, by_case = null, by_traveller = null
    where i.stream = p_stream;
    update audit_reveal r set reason = null where r.stream = p_stream;
    update redecision r set question = null, words = null where r.stream = p_stream;
    delete from request q where q.stream = p_stream and exists (
        select 1 from jsonb_array_elements_text(p -> 'steps') x
        where x::bigint between q.first and q.last);
    update stream_key k set wrapped = decode(p ->> 'wrapped', 'base64')
    where k.stream = p_stream and p ->> 'wrapped' is not null;
end $$;

-- Whose a traveller's issue is says whoever asked for its first step, and no row.
create function write_issues(p jsonb, p_stream bigint) returns void
language sql as $$
    insert into exeat.issue (stream, raised_by, holder, open, by_case, by_traveller)
    select p_stream, i.raised_by, i.holder, i.open, split_part(q.party, '/', 2)::bigint,
        split_part(q.party, '/', 3)::int
    from jsonb_to_recordset(p -> 'issues') as i(raised_by text, holder text, open boolean)
    left join exeat.request q on q.stream = p_stream and q.first = 1
    on conflict (stream) do update set raised_by = excluded.raised_by, holder = excluded.holder,
        open = excluded.open
$$;

create function write_others(p jsonb, p_stream bigint, p_now timestamptz) returns void
language plpgsql as $$
begin
    if p ? 'briefedUnits' then
        insert into briefed_unit (directive, authority)
        select b.directive, b.unit
        from jsonb_to_recordset(p -> 'briefedUnits') as b(directive text, unit text)
        on conflict do nothing;
    end if;
    if p ? 'briefedOfficers' then
        insert into briefed_officer (directive, account, edition)
        select b.directive, b.officer, b.edition
        from jsonb_to_recordset(p -> 'briefedOfficers')
            as b(directive text, officer text, edition text)
        on conflict (directive, account) do update set edition = excluded.edition;
    end if;
    if p ? 'issues' then
        perform write_issues(p, p_stream);
    end if;
    perform write_life(p, p_stream, p_now);
    if p ->> 'kind' = 'alarm' then
        perform write_alarms(p, p_stream);
    end if;
    if jsonb_typeof(p -> 'erase') = 'object' then
        perform write_erasure(p -> 'erase', p_stream);
    end if;
end $$;

-- The rows of a batch, round by round where several are of one stream; each is taken or not by
-- itself. What only some streams have is written one by one, after that.
create function append_batch(p jsonb, p_states bytea[] default '{}', p_sealed bytea[] default '{}')
returns table (ord int, verdict text, leaf bytea)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_now timestamptz := p ->> 'now';
    v_done int[] := '{}';
    v_others jsonb := p -> 'others';
    v_row record;
    v_streams bigint[] := '{}';
    v_next int;
    -- The rows of streams that are in the counters which are being counted anew.
    v_anew int[] := '{}';
    -- The directive of each row that was written, in their order.
    v_directives text[];
begin
    for v_round in 1 .. coalesce((p ->> 'rounds')::int, 0) loop
        for v_row in select a.ord, a.verdict, a.leaf, a.stream
            from append_round(p, v_round, v_now, p_states, p_sealed) a
        loop
            ord := v_row.ord;
            verdict := v_row.verdict;
            leaf := v_row.leaf;
            return next;
            if verdict = 'done' then
                v_done := v_done || ord;
                v_streams := v_streams || v_row.stream;
                if v_others ? ord::text then
                    perform write_others(v_others -> ord::text, v_row.stream, v_now);
                    if v_others -> ord::text -> 'erase' ->> 'ground' is not null then
                        perform log_erasure(v_row.stream, v_others -> ord::text -> 'erase'
                            -> 'travellers', v_others -> ord::text -> 'erase' ->> 'ground', v_now);
                    end if;
                end if;
            end if;
        end loop;
    end loop;
    if not p ? 'cells' then
        return;
    end if;
    -- Their rows are this transaction's until it ends, so no stream comes into a version meanwhile.
    v_next := (select x.next from projection x);
    if v_next is not null then
        v_anew := array(select w.ord from unnest(v_done, v_streams) as w(ord, stream)
            join stream t on t.id = w.stream and t.projection = v_next);
    end if;
    -- As the case itself has it, whatever a row says.
    v_directives := array(select t.directive_id from unnest(v_streams) with ordinality as w(stream, n)
        join stream t on t.id = w.stream order by w.n);
    -- In the order of the key, once, so that two writers never wait for each other in a ring.
    insert into report_cell as c (directive, authority, measure, began, due, stripe, n, version)
    select o.directive, x.authority, x.measure, x.began, coalesce(x.due, 'infinity'),
        (p ->> 'stripe')::int, sum(x.n), v.version
    from jsonb_to_recordset(p -> 'cells')
        as x(ord int, authority text, measure text, began date, due date, n bigint)
    cross join projection r
    cross join lateral (values (r.version, x.measure = any (r.measures)), (r.next, x.ord = any (v_anew)))
        as v(version, counts)
    cross join lateral (values (v_directives[array_position(v_done, x.ord)])) as o(directive)
    where x.ord = any (v_done) and v.counts
    group by o.directive, x.authority, x.measure, x.began, x.due, v.version having sum(x.n) <> 0
    order by o.directive, x.authority, x.measure, x.began, x.due, v.version
    on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n;
end $$;

-- What follows from events, written again; all of these are called by the owner of the tables alone.

-- What a program counts is said once, before there is anything to count. Whether all of it is counted.
create function counted_measures(p_measures text[]) returns boolean
language plpgsql set search_path = exeat, pg_temp as $$
begin
    insert into projection as p (measures)
    -- By the index of cases; an "exists" would read the table.
    select case when (select t.key from stream t where t.kind = 'case' order by t.directive_id, t.key limit 1)
        is not null then '{}' else p_measures end
    on conflict (one) do update set measures = excluded.measures
        where not p.measures @> excluded.measures and excluded.measures <> '{}';
    return (select measures @> p_measures from projection);
end $$;

-- From here on every new stream is in the next version. Whoever is writing has ended by then, so all others are known.
create function rebuild_begin(p_measures text[]) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    lock table stream in share row exclusive mode;
    if exists (select 1 from projection where next is not null and next_measures = p_measures) then
        return;
    end if;
    -- One that was begun by a program that counts otherwise is given up, and its number is not used again.
    delete from report_cell c using projection p where c.version = p.next;
    update projection set next = coalesce(next, version) + 1, next_measures = p_measures, after = 0;
end $$;

-- What follows from the events of a briefing, of which there is one for each directive.
create function rebuild_briefing(p jsonb, p_stream bigint, p_directive text) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    -- What was published is not taken back here either: a missing one comes back.
    insert into clarification (directive, number, stream, version, paragraph, rules, words, at)
    select x.directive, x.number, p_stream, x.version, x.paragraph, x.rules, x.words, x.at
    from jsonb_to_recordset(p -> 'clarifications') as x(directive text, number int, version text,
        paragraph text, rules text[], words text, at timestamptz)
    on conflict (directive, number) do nothing;
    delete from duty where stream = p_stream;
    insert into duty (stream, kind, number, account, other, begins, ends)
    select p_stream, x.kind, x.number, x.account, x.other, x.begins, x.ends
    from jsonb_to_recordset(p -> 'duties') as x(kind text, number int, account text, other text,
        begins timestamptz, ends timestamptz);
    delete from directive_tenure where directive = p_directive and p -> 'tenures' = '[]';
    insert into directive_tenure as t (directive, tenure)
    select x.directive, x.tenure
    from jsonb_to_recordset(p -> 'tenures') as x(directive text, tenure jsonb)
    on conflict (directive) do update set tenure = excluded.tenure, times = t.times + 1
        where t.tenure <> excluded.tenure;
    delete from directive_signature where directive = p_directive;
    insert into directive_signature (directive, pair, account, at)
    select distinct on (x.pair, x.account) x.directive, x.pair, x.account, x.at
    from jsonb_to_recordset(p -> 'signatures') as x(directive text, pair text, account text, at timestamptz)
    order by x.pair, x.account, x.at;
    delete from briefed_unit where directive = p_directive;
    insert into briefed_unit (directive, authority)
    select b.directive, b.unit from jsonb_to_recordset(p -> 'briefedUnits') as b(directive text, unit text);
    delete from briefed_officer where directive = p_directive;
    insert into briefed_officer (directive, account, edition)
    select b.directive, b.officer, b.edition
    from jsonb_to_recordset(p -> 'briefedOfficers') as b(directive text, officer text, edition text);
end $$;

-- What follows from the events of a case, besides its own row.
create function rebuild_case(p jsonb, p_stream bigint) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    delete from work_item where stream = p_stream;
    insert into work_item (stream, traveller, queue, task, unit, holder, number, since, due)
    select p_stream, g.traveller, g.queue, g.task, g.unit, p ->> 'holder', p ->> 'number', g.since,
        coalesce(g.due, 'infinity')
    from jsonb_to_recordset(p -> 'work') as g(traveller int, queue text, task text, unit text,
        since timestamptz, due date);
    delete from paper where stream = p_stream;
    insert into paper (number, stream)
    select w, p_stream from jsonb_array_elements_text(p -> 'papers') w
    on conflict (number) do update set stream = excluded.stream;
    delete from queue_jump where stream = p_stream;
    insert into queue_jump (stream, place, traveller, task, unit, account, why, at)
    select p_stream, x.place, x.traveller, x.task, x.unit, x.account, x.why, x.at
    from jsonb_to_recordset(p -> 'jumps') as x(place int, traveller int, task text, unit text,
        account text, why text, at timestamptz);
    -- A key that is gone cannot be made again; who may have it can.
    delete from traveller_key k where k.stream = p_stream and not exists (
        select 1 from jsonb_to_recordset(p -> 'sights') as g(traveller int) where g.traveller = k.traveller);
    update traveller_key k set units = g.units, parties = g.parties
    from jsonb_to_recordset(p -> 'sights') as g(traveller int, units text[], parties int[])
    where k.stream = p_stream and k.traveller = g.traveller;
    -- Whoever has a key is found. The tokens are made again beside the office's work; until then they stay.
    delete from search_person s where s.stream = p_stream and not exists (
        select 1 from traveller_key k where k.stream = s.stream and k.traveller = s.traveller);
    update search_person s set key = '' where s.stream = p_stream;
    insert into search_person (stream, traveller)
    select k.stream, k.traveller from traveller_key k where k.stream = p_stream
    on conflict do nothing;
end $$;

-- All rows of a stream in place of those that are there, and its part of the counters that are being counted anew; one
-- that is in them already is left alone; the directive of the stream is written again as well. False where it has other
-- events than the rows were worked out of.
create function rebuild_stream(p jsonb, p_state bytea) returns boolean
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_next int := (select x.next from projection x);
    v_stream bigint := p ->> 'stream';
    v_was date;
    v_key text;
begin
    if v_next is null then
        raise exception 'nothing is being counted anew' using errcode = 'object_not_in_prerequisite_state';
    end if;
    select t.due into v_was from stream t where t.id = v_stream for update;
    update stream t set state = p_state, holder = p ->> 'holder', number = p ->> 'number',
        due = (p ->> 'due')::date, directive_id = p ->> 'directive', projection = v_next
    where t.id = v_stream and t.version = (p ->> 'version')::bigint and t.projection <> v_next
    returning t.key into v_key;
    if v_key is null then
        return exists (select 1 from stream t where t.id = v_stream and t.projection = v_next);
    end if;
    delete from stream_due where day in (v_was, (p ->> 'due')::date) and stream = v_stream;
    insert into stream_due (day, stream) select (p ->> 'due')::date, v_stream where p ->> 'due' is not null;
    delete from case_authority where stream = v_stream;
    insert into case_authority (stream, authority)
    select v_stream, x from jsonb_array_elements_text(p -> 'authorities') x;
    if v_key like 'case/%' then
        perform rebuild_case(p, v_stream);
    end if;
    if v_key like 'briefing/%' then
        perform rebuild_briefing(p, v_stream, split_part(v_key, '/', 2));
    end if;
    if v_key like 'alarm/%' then
        perform write_alarms(p, v_stream);
    end if;
    if v_key like 'issue/%' then
        perform write_issues(p, v_stream);
    end if;
    insert into report_cell as c (directive, authority, measure, began, due, stripe, n, version)
    select p ->> 'directive', x.authority, x.measure, x.began, coalesce(x.due, 'infinity'), 0, sum(x.n), v_next
    from jsonb_to_recordset(p -> 'cells') as x(authority text, measure text, began date, due date, n bigint)
    group by 1, 2, 3, 4, 5 having sum(x.n) <> 0
    order by 1, 2, 3, 4, 5
    on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n;
    return true;
end $$;

-- Every stream is in the next version: it is read from now on. Whoever writes waits, so that none counts in the old one.
create function rebuild_finish() returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    lock table stream in share row exclusive mode;
    if exists (select 1 from stream t join projection p on t.projection is distinct from p.next
            where t.kind <> 'register') then
        raise exception 'not every stream is counted' using errcode = 'object_not_in_prerequisite_state';
    end if;
    delete from stream_due d where not exists (select 1 from stream t where t.id = d.stream and t.due = d.day);
    update projection set version = next, measures = next_measures, next = null, next_measures = '{}', after = 0;
    delete from report_cell c using projection p where c.version <> p.version;
end $$;
