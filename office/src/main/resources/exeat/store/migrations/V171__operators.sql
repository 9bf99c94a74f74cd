-- Operators of the machine, each with a key of their own, and what they did, signed with it. Both are in
-- the log: an act under another's name, or without a key, is none of theirs.

create table operator (
    id       text primary key,
    key      bytea not null unique,         -- Ed25519, 32 bytes
    added    timestamptz not null,
    added_by text references operator (id), -- null for the first
    ended    timestamptz
);

create table operator_act (
    place     bigint generated always as identity primary key,
    operator  text not null references operator (id),
    what      text not null,
    at        timestamptz not null,
    signature bytea not null,
    unique (operator, at)
);

create function operator_text(o operator) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object('id', o.id, 'key', encode(o.key, 'hex'),
        'added', (extract(epoch from o.added) * 1000000)::bigint, 'by', o.added_by,
        'ended', (extract(epoch from o.ended) * 1000000)::bigint))::text
$$;

create function operator_act_text(a operator_act) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', a.operator, 'place', a.place, 'what', a.what,
        'at', (extract(epoch from a.at) * 1000000)::bigint,
        'signature', encode(a.signature, 'hex'))::text
$$;

create function log_operator() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('operator-set', operator_text(new));
    return null;
end $$;

create function log_operator_act() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('operator-acted', operator_act_text(new));
    return null;
end $$;

create trigger operator_logged after insert or update on operator
    for each row execute function log_operator();
create trigger operator_stays before delete or truncate on operator
    for each statement execute function stays();
create trigger operator_act_logged after insert on operator_act
    for each row execute function log_operator_act();
create trigger operator_act_stays before update or delete or truncate on operator_act
    for each statement execute function stays();

-- The first operator comes by themselves; every other is added by one who is there.
create function clerk_operator(p_id text, p_key bytea, p_by text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('operator', 0));
    if (p_by is null) <> not exists (select 1 from operator) then
        return false;
    end if;
    if p_by is not null
        and not exists (select 1 from operator o where o.id = p_by and o.ended is null) then
        return false;
    end if;
    insert into operator (id, key, added, added_by) values (p_id, p_key, p_now, p_by)
    on conflict do nothing;
    return found;
end $$;

create function clerk_operator_end(p_id text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update operator set ended = p_now where id = p_id and ended is null;
    return found;
end $$;

create function clerk_operator_act(p_operator text, p_what text, p_at timestamptz, p_signature bytea)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into operator_act (operator, what, at, signature)
    select o.id, p_what, p_at, p_signature from operator o
    where o.id = p_operator and o.ended is null
    on conflict do nothing;
    return found;
end $$;

create function clerk_operators()
returns table (id text, key bytea, added timestamptz, added_by text, ended timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select o.id, o.key, o.added, o.added_by, o.ended from operator o order by o.added, o.id
$$;

create function clerk_operator_acts()
returns table (place bigint, operator text, what text, at timestamptz, signature bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.place, a.operator, a.what, a.at, a.signature from operator_act a order by a.place
$$;

grant execute on function clerk_operator(text, bytea, text, timestamptz),
    clerk_operator_end(text, timestamptz), clerk_operator_act(text, text, timestamptz, bytea),
    clerk_operators(), clerk_operator_acts() to ${clerk};
