-- What decision 080 adds: limits that are warned of, files that are handed over or taken before
-- their turn, officers who stand aside, are away, or stand in for one another.

insert into event_right (kind, type, writers) values
    ('case', 'warned', '{clock}'),
    ('case', 'handed-over', '{officer,clock}'),
    ('case', 'jumped', '{officer}'),
    ('case', 'recused', '{party,officer}'),
    ('case', 'recusal-lifted', '{officer}'),
    ('briefing', 'absent', '{officer}'),
    ('briefing', 'back', '{officer}'),
    ('briefing', 'delegated', '{officer}'),
    ('briefing', 'delegation-ended', '{officer}');

-- Who is away, and who stands in for whom; from the directive's own stream. The days are there as
-- instants, in the zone of the directive, so that a query needs to know none.
create table duty (
    stream      bigint not null references stream (id),
    kind        text not null check (kind in ('absent', 'delegated')),
    number      int not null,
    account     text not null,            -- who is away, or is stood in for
    other       text not null,            -- who stands in; empty for an absence
    begins      timestamptz not null,
    ends        timestamptz not null,
    primary key (stream, kind, number)
);
create index duty_account on duty (account, ends);
create index duty_other on duty (other, ends);

-- Files that were taken before others that were due earlier. Words are sealed in the case.
create table queue_jump (
    stream      bigint not null references stream (id),
    place       int not null,             -- from 1 in its stream
    traveller   int not null,
    task        text not null,
    unit        text not null,
    account     text not null,
    why         text not null,
    at          timestamptz not null,
    primary key (stream, place)
);
create index queue_jump_unit on queue_jump (unit, at desc);
alter table queue_jump enable row level security;

-- For whom an officer acts in this session; null for themselves.
alter table session add column acting text references account (id);

-- Whose mandate a session has: while it stands in for somebody, that one's; after the last day of
-- that it is the officer's own again.
create function mandate_of(s session, p_now timestamptz) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select case when s.acting is not null and exists (
            select 1 from duty d
            where d.kind = 'delegated' and d.account = s.acting and d.other = s.account
                and d.begins <= p_now and p_now < d.ends)
        then s.acting else s.account end
$$;

create function is_absent(p_account text, p_now timestamptz) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select exists (select 1 from duty d
        where d.kind = 'absent' and d.account = p_account
            and d.begins <= p_now and p_now < d.ends)
$$;

-- Who stands in for this officer, or they for whom, now or in the last month: of two such, one
-- never agrees to what the other proposed.
create function tied_to(p_account text, p_now timestamptz) returns text[]
language sql stable set search_path = exeat, pg_temp as $$
    select array_agg(x.other order by x.other) from (
        select d.other from duty d where d.kind = 'delegated' and d.account = p_account
            and d.ends > p_now - interval '30 days'
        union
        select d.account from duty d where d.kind = 'delegated' and d.other = p_account
            and d.ends > p_now - interval '30 days') x
$$;

create or replace function reading_session() returns session
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.token, s.kind, s.account, s.stream, s.traveller, s.expires, s.acting
    from session s
    where s.token = decode(nullif(current_setting('exeat.session', true), ''), 'hex')
        and s.expires > nullif(current_setting('exeat.now', true), '')::timestamptz
$$;

create or replace function reading_scope() returns text[]
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce(array_agg(sc.authority), '{}') from scope sc
    where sc.account = mandate_of(reading_session(),
        nullif(current_setting('exeat.now', true), '')::timestamptz)
$$;

-- A stand-in sees whole what the other would see.
create or replace function reading_unit() returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.unit from account a
    where a.id = mandate_of(reading_session(),
        nullif(current_setting('exeat.now', true), '')::timestamptz)
$$;

create policy seen on queue_jump for select to ${reader}
    using (unit = any ((select reading_scope())::text[]));
grant select on queue_jump to ${reader};

-- Begins or ends to act for somebody; says whether it may.
create function door_act_for(p_token bytea, p_for text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update session s set acting = p_for
    where s.token = p_token and s.kind = 'officer' and s.expires > p_now
        and (p_for is null or exists (
            select 1 from duty d where d.kind = 'delegated' and d.account = p_for
                and d.other = s.account and d.begins <= p_now and p_now < d.ends));
    return found;
end $$;

-- For whom the officer of this session could act now.
create function door_stands_in(p_token bytea, p_now timestamptz)
returns table (account text, name bytea, unit text, ends timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.name, a.unit, d.ends
    from session s
    join duty d on d.kind = 'delegated' and d.other = s.account
        and d.begins <= p_now and p_now < d.ends
    join account a on a.id = d.account and a.ended is null
    where s.token = p_token and s.expires > p_now order by a.id
$$;

-- An officer's unit has closed: the account goes on in the one that has what it had.
create function clerk_follow(p_account text, p_unit text, p_scope text[]) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account set unit = p_unit where id = p_account and unit <> p_unit;
    delete from scope where account = p_account and authority <> all (p_scope);
    insert into scope (account, authority) select p_account, s from unnest(p_scope) s
    on conflict do nothing;
end $$;

grant execute on function door_act_for(bytea, text, timestamptz),
    door_stands_in(bytea, timestamptz) to ${door};
grant execute on function clerk_follow(text, text, text[]) to ${clerk};
