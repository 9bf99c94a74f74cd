-- The public log: each event's hash is an entry, at a place of its own; tiles above the entries; signed checkpoints
-- above the tiles. What is here only grows. An entry is event.leaf as it is: a hash that nobody without the event's row
-- can try. So no entry is stored a second time: a command's steps stand in the log one after another, and a row says
-- where.

create table ledger_queue (
    id     bigint generated always as identity primary key,
    stream bigint not null,
    first  bigint not null,
    last   bigint not null,
    queued timestamptz not null
);
comment on table ledger_queue is
    '[ledger] Commands whose steps wait for a place in the log. The sequencer takes rows away; it never asks for "an '
    'id greater than the last". Read by its functions alone.';
comment on column ledger_queue.id is 'The order in which they came in.';
comment on column ledger_queue.stream is
    'The stream, as event.stream. No foreign key: written with its events, and held by the audit.';
comment on column ledger_queue.first is 'The command''s first event, as event.sequence.';
comment on column ledger_queue.last is 'Its last event, as event.sequence.';
comment on column ledger_queue.queued is 'Since when it waits.';

create table ledger_span (
    place  bigint primary key,
    stream bigint not null,
    first  bigint not null,
    last   bigint not null,
    unique (stream, first)
);
comment on table ledger_span is
    '[ledger] Which events the entries of the log are of: a row for each command. The entry of an event is event.leaf, '
    'at place + (its sequence - first). People read the rows of cases that they see; everybody may read the entries '
    'alone, by a function.';
comment on column ledger_span.place is 'The place of the first of them, from 0; the next row''s is where they end.';
comment on column ledger_span.stream is
    'The events, as event.stream. No foreign key: the sequencer''s function places no step without its event, and the '
    'audit names a row without its events.';
comment on column ledger_span.first is 'The command''s first event, as event.sequence.';
comment on column ledger_span.last is 'Its last event, as event.sequence.';

create table ledger_tile (
    level  int not null,
    n      bigint not null,
    hashes bytea not null,
    primary key (level, n)
);
comment on table ledger_tile is
    '[ledger] The hashes of the log''s tree, 256 in a tile. Of level 0 only full tiles are here: the last hashes '
    'follow from the entries. A tile of another level grows on the right; a part of it is its beginning. Everybody may '
    'read it.';
comment on column ledger_tile.level is 'The level: 0 are the hashes of the entries.';
comment on column ledger_tile.n is 'The tile''s number in its level, from 0.';
comment on column ledger_tile.hashes is 'The hashes, 32 bytes each.';

alter table ledger_tile alter column hashes set storage external; -- hashes do not compress

create table ledger_checkpoint (
    size bigint primary key,
    note text not null,
    at   timestamptz not null
);
comment on table ledger_checkpoint is '[ledger] The signed heads of the log. Everybody may read them.';
comment on column ledger_checkpoint.size is 'How many entries it is over.';
comment on column ledger_checkpoint.note is 'The checkpoint as a signed note (C2SP tlog-checkpoint).';
comment on column ledger_checkpoint.at is 'When it was published.';

create table ledger_cosignature (
    size bigint not null references ledger_checkpoint (size),
    line text not null,
    at   timestamptz not null,
    primary key (size, line)
);
comment on table ledger_cosignature is '[ledger] What witnesses signed. Everybody may read it.';
comment on column ledger_cosignature.size is 'The checkpoint.';
comment on column ledger_cosignature.line is
    'The witness''s signature, as a line of a note; it names the witness and the time.';
comment on column ledger_cosignature.at is 'When it was received.';

create table ledger_key (
    one      boolean primary key default true check (one),
    verifier text not null
);
comment on table ledger_key is
    '[ledger] The key of the log, as its first checkpoint had it: another one would be another log. Read by '
    'functions of the sequencer.';
comment on column ledger_key.one is 'Always true: there is one row.';
comment on column ledger_key.verifier is 'The verifier''s key, as a note names it.';

create trigger ledger_span_stays before update or delete or truncate on ledger_span
    for each statement execute function stays();
create trigger ledger_checkpoint_stays before update or delete or truncate on ledger_checkpoint
    for each statement execute function stays();
create trigger ledger_cosignature_stays before update or delete or truncate on ledger_cosignature
    for each statement execute function stays();
create trigger ledger_key_stays before update or delete or truncate on ledger_key
    for each statement execute function stays();
create trigger ledger_tile_stays before delete or truncate on ledger_tile
    for each statement execute function stays();

create function only_grows() returns trigger language plpgsql as $$
begin
    if new.level <> old.level or new.n <> old.n
            or substring(new.hashes from 1 for length(old.hashes)) <> old.hashes then
        raise exception 'a tile only grows: level %, number %', old.level, old.n
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ledger_tile_grows before update on ledger_tile
    for each row execute function only_grows();

-- One sequencer at a time, in all processes; whoever does not get the turn comes back later.
create function ledger_turn() returns boolean
language sql volatile security definer set search_path = exeat, pg_temp as $$
    select pg_try_advisory_xact_lock(7311429513001363809)
$$;

create function ledger_own(p_verifier text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into ledger_key (verifier) values (p_verifier) on conflict do nothing;
    return (select verifier = p_verifier from ledger_key);
end $$;

create function ledger_size() returns bigint
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce((select s.place + s.last - s.first + 1 from ledger_span s order by s.place desc limit 1), 0)
$$;

-- Where in the log an event is; null while it waits. By one row of the index, however many the stream has.
create function ledger_place_of(p_stream bigint, p_sequence bigint) returns bigint
language sql stable set search_path = exeat, pg_temp as $$
    select case when p_sequence <= s.last then s.place + p_sequence - s.first end
    from ledger_span s where s.stream = p_stream and s.first <= p_sequence
    order by s.first desc limit 1
$$;

-- The entries from one place up to another, which is not told any more, in their order. They are looked up command by
-- command, however many there are in all; a planner that does not know how few are asked for would read the whole log
-- instead.
create function ledger_placed(p_from bigint, p_to bigint)
returns table (place bigint, stream bigint, sequence bigint, entry bytea)
language sql stable set search_path = exeat, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    select s.place + e.sequence - s.first, e.stream, e.sequence, e.leaf
    from ledger_span s
    join event e on e.stream = s.stream
        and e.sequence >= greatest(s.first, s.first + p_from - s.place)
        and e.sequence <= least(s.last, s.first + p_to - s.place - 1)
    where s.place < p_to and s.place >= coalesce((
        select max(x.place) from ledger_span x where x.place <= p_from), 0)
    order by 1
$$;

create function ledger_newest() returns table (size bigint, note text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select c.size, c.note from ledger_checkpoint c order by c.size desc limit 1
$$;

-- What waits, in the order in which it came in: rows of this very moment, not "after the last".
-- A step without an event is told as nothing, and refused when it is to be placed.
create function ledger_waiting(p_limit int) returns table (id bigint, entry bytea)
language sql stable security definer set search_path = exeat, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    select q.id, coalesce(e.leaf, '')
    from (select w.id, w.stream, w.first, w.last from ledger_queue w order by w.id limit p_limit) q
    cross join lateral generate_series(q.first, q.last) n
    left join event e on e.stream = q.stream and e.sequence = n
    order by q.id, n
$$;

create function ledger_lag() returns table (waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce(sum(q.last - q.first + 1), 0)::bigint, min(q.queued) from ledger_queue q
$$;

-- Takes rows out of the queue and gives their steps the next places, with the tiles that this makes. All
-- or nothing; and only onto the tree that the caller has seen. A row's id is named for each of its steps.
--
-- That each step has its event is looked up step by step, by the index of events, however short the tables were when
-- the plan was made: a plan that reads all events for each step falls behind for ever.
create function ledger_place(
    p_size bigint, p_ids bigint[], p_levels int[], p_ns bigint[], p_hashes bytea[])
returns void
language plpgsql security definer set search_path = exeat, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    v_placed bigint;
begin
    if p_size <> ledger_size() then
        raise exception 'the log has % entries and not %', ledger_size(), p_size
            using errcode = 'serialization_failure';
    end if;
    with taken as (
        delete from ledger_queue q where q.id = any (p_ids)
        returning q.id, q.stream, q.first, q.last),
    placed as (
        insert into ledger_span (place, stream, first, last)
        select p_size + sum(t.last - t.first + 1) over (order by t.id) - (t.last - t.first + 1),
            t.stream, t.first, t.last
        from taken t)
    select count(1) into v_placed
    from taken t
    join event e on e.stream = t.stream and e.sequence between t.first and t.last;
    if v_placed <> cardinality(p_ids) then
        raise exception '% of % steps of the queue have an event', v_placed, cardinality(p_ids)
            using errcode = 'data_corrupted';
    end if;
    insert into ledger_tile (level, n, hashes)
    select t.level, t.n, t.hashes from unnest(p_levels, p_ns, p_hashes) as t(level, n, hashes)
    on conflict (level, n) do update set hashes = excluded.hashes;
end $$;

-- Only above tiles that are there.
create function ledger_publish(p_size bigint, p_note text, p_now timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    if p_size > ledger_size() then
        raise exception 'a checkpoint over % of % entries', p_size, ledger_size()
            using errcode = 'data_corrupted';
    end if;
    insert into ledger_checkpoint (size, note, at) values (p_size, p_note, p_now)
    on conflict do nothing;
end $$;

create function ledger_cosign(p_size bigint, p_lines text[], p_now timestamptz) returns bigint
language sql security definer set search_path = exeat, pg_temp as $$
    with kept as (
        insert into ledger_cosignature (size, line, at)
        select c.size, l, p_now from ledger_checkpoint c, unnest(p_lines) l where c.size = p_size
        on conflict do nothing returning 1)
    select count(1) from kept
$$;

-- A bundle's entries; of which case and which step each is, stays here.
create function ledger_entries(p_from bigint, p_count int) returns table (entry bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select l.entry from ledger_placed(p_from, p_from + p_count) l order by l.place
$$;

-- How many commands some entries of the log are of, which is kept outside with each checkpoint, so
-- that after a restore it is known how many are missing. Who did what to which case at one moment is
-- one command.
create function ledger_commands(p_from bigint, p_to bigint) returns bigint
language sql stable security definer set search_path = exeat, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    select count(1) from (
        select distinct e.stream, e.at, e.actor from ledger_span s
        join event e on e.stream = s.stream and e.sequence = s.first
        where s.place >= p_from and s.place < p_to) c
$$;

-- Who operates the machine follows from signed acts in the log, and when from their place in it.
-- In the order of the log. An act was done no earlier than what stands before it there: the last entries are looked
-- at here, all of them by an audit. Null while it waits for its place.
create function operator_log(p_entries bigint)
returns table (place bigint, operator text, what text, at timestamptz, signature bytea, logged timestamptz)
language sql stable set search_path = exeat, pg_temp as $$
    select a.place, a.operator, a.what, a.at, a.signature,
        case when l.place is not null then greatest(a.at, (
            select max(x.at) from ledger_placed(greatest(l.place - p_entries, 0), l.place) b
            join event x on x.stream = b.stream and x.sequence = b.sequence
            join stream t on t.id = x.stream and t.kind <> 'register')) end
    from operator_act a
    join stream s on s.key = 'register/mandates'
    join event e on e.stream = s.id and e.type = 'operator-acted' and e.at = a.at
        and e.sealed = convert_to(operator_act_text(a), 'UTF8')
    cross join lateral (select ledger_place_of(e.stream, e.sequence) as place) l
    order by e.sequence
$$;

create function clerk_operator_log()
returns table (place bigint, operator text, what text, at timestamptz, signature bytea, logged timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select g.place, g.operator, g.what, g.at, g.signature, g.logged from operator_log(256) g
$$;

-- Erasures that the log tells of, with what proves them.
create function clerk_erasures_told()
returns table (erased text, step bigint, sequence bigint, at timestamptz, payload_hash bytea, leaf bytea,
    before text, salt bytea, payload text, place bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select x.told ->> 'case', (x.told ->> 'sequence')::bigint, x.sequence, x.at, x.payload_hash, x.leaf, x.before,
        x.salt, x.payload, x.place
    from (
        select e.sequence, e.at, e.payload_hash, e.leaf, before_of(e) as before, e.salt,
            convert_from(e.sealed, 'UTF8') as payload, convert_from(e.sealed, 'UTF8')::jsonb as told,
            ledger_place_of(e.stream, e.sequence) as place
        from stream t join event e on e.stream = t.id and e.sealed is not null
        where t.key = 'register/erasures') x
    order by x.sequence
$$;

-- Tells of an erasure that the register does not have yet, as an older version left some.
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

-- A claim to protection that met no case, or nobody in one, is written down like any other: whoever watches how the
-- log grows does not learn from it whether there is such a case. Neither the number that was typed nor the words are.

create table claim_at_nothing (
    id text primary key
);

comment on table claim_at_nothing is
    '[ledger] Claims to protection that met no case, or nobody in one. Each has an entry in the log like any other.';
comment on column claim_at_nothing.id is
    'Keyed hash of who claimed and under which idempotency key; neither the number nor the words are kept.';

create function claim_at_nothing_text(c claim_at_nothing) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', c.id)::text
$$;

create function log_claim_at_nothing() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/claims', 'claimed-at-nothing', claim_at_nothing_text(new), now());
    return null;
end $$;

create trigger claim_at_nothing_logged after insert on claim_at_nothing
    for each row execute function log_claim_at_nothing();
create trigger claim_at_nothing_stays before update or delete or truncate on claim_at_nothing
    for each statement execute function stays();

-- Whether it is the first under its key.
create function clerk_claim_at_nothing(p_id text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into claim_at_nothing (id) values (p_id) on conflict (id) do nothing;
    return found;
end $$;
