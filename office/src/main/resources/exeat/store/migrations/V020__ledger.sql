-- The public log: each event's hash is an entry, at a place of its own; tiles above the entries;
-- signed checkpoints above the tiles. What is here only grows.
-- An entry is event.leaf as it always was: a hash that nobody without the event's row can try.

create table ledger_leaf (
    place       bigint primary key,
    stream      bigint not null,
    sequence    bigint not null,
    entry       bytea not null,
    unique (stream, sequence),
    foreign key (stream, sequence) references event (stream, sequence)
);

-- A tile that is not full grows on the right; a part of it is its beginning.
create table ledger_tile (
    level       int not null,
    n           bigint not null,
    hashes      bytea not null,
    primary key (level, n)
);
alter table ledger_tile alter column hashes set storage external; -- hashes do not compress

create table ledger_checkpoint (
    size        bigint primary key,
    note        text not null,
    at          timestamptz not null
);

-- What witnesses have signed, as lines of a note.
create table ledger_cosignature (
    size        bigint not null references ledger_checkpoint (size),
    line        text not null,
    at          timestamptz not null,
    primary key (size, line)
);

-- The key of the log, as its first checkpoint had it: another one would be another log.
create table ledger_key (
    one         boolean primary key default true check (one),
    verifier    text not null
);

create trigger ledger_leaf_stays before update or delete or truncate on ledger_leaf
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
    select coalesce(max(l.place) + 1, 0) from ledger_leaf l
$$;

create function ledger_newest() returns table (size bigint, note text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select c.size, c.note from ledger_checkpoint c order by c.size desc limit 1
$$;

-- What waits, in the order in which it came in: rows of this very moment, not "after the last".
create function ledger_waiting(p_limit int) returns table (id bigint, entry bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select q.id, q.leaf from ledger_queue q order by q.id limit p_limit
$$;

create function ledger_lag() returns table (waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select count(q.id), min(q.queued) from ledger_queue q
$$;

-- Takes rows out of the queue and gives them the next places, with the tiles that this makes. All
-- or nothing; and only onto the tree that the caller has seen.
create function ledger_place(
    p_size bigint, p_ids bigint[], p_levels int[], p_ns bigint[], p_hashes bytea[])
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_placed bigint;
begin
    if p_size <> ledger_size() then
        raise exception 'the log has % entries and not %', ledger_size(), p_size
            using errcode = 'serialization_failure';
    end if;
    with taken as (
        delete from ledger_queue q where q.id = any (p_ids)
        returning q.id, q.stream, q.sequence, q.leaf)
    insert into ledger_leaf (place, stream, sequence, entry)
    select p_size + row_number() over (order by t.id) - 1, t.stream, t.sequence, t.leaf
    from taken t
    join event e on e.stream = t.stream and e.sequence = t.sequence and e.leaf = t.leaf;
    get diagnostics v_placed = row_count;
    if v_placed <> cardinality(p_ids) then
        raise exception '% of % rows of the queue are of an event', v_placed, cardinality(p_ids)
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
    select l.entry from ledger_leaf l where l.place >= p_from and l.place < p_from + p_count
    order by l.place
$$;

alter table ledger_leaf enable row level security;
create policy seen on ledger_leaf for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));

grant usage on schema exeat to ${sequencer};
grant select on ledger_tile to ${sequencer};
grant execute on function ledger_turn(), ledger_own(text), ledger_size(), ledger_newest(),
    ledger_waiting(int), ledger_lag(), ledger_place(bigint, bigint[], int[], bigint[], bytea[]),
    ledger_publish(bigint, text, timestamptz), ledger_cosign(bigint, text[], timestamptz)
    to ${sequencer};
-- What everybody may read; and of the leaves, each reader those of the cases in sight.
grant select on ledger_tile, ledger_checkpoint, ledger_cosignature, ledger_leaf to ${reader};
grant execute on function ledger_entries(bigint, int) to ${reader};
