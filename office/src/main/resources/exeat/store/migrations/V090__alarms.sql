-- Alarms of the watchers: each a stream of its own, seen by the levels that have or had it.

alter table stream drop constraint stream_kind_check;
alter table stream add constraint stream_kind_check
    check (kind in ('case', 'briefing', 'issue', 'register', 'alarm'));

create table alarm (
    stream      bigint primary key references stream (id),
    holder      text not null,
    open        boolean not null,
    due         date not null
);

alter table alarm enable row level security;
create policy seen on alarm for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
grant select on alarm to ${reader};

insert into event_right (kind, type, writers) values
    ('alarm', 'alarm-raised', '{clock}'),
    ('alarm', 'alarm-rose', '{clock}'),
    ('alarm', 'alarm-answered', '{officer}');

-- The looks that were taken, one a day and directive, so that none is taken twice.
create table watch_look (
    directive   text not null,
    day         date not null,
    tests       int,                      -- empty until it is done
    alarms      int,
    primary key (directive, day)
);

create function clerk_look_begin(p_directive text, p_day date) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into watch_look (directive, day) values (p_directive, p_day) on conflict do nothing;
    return found;
end $$;

-- One that failed halfway is taken again; what it raised already is known by its name.
create function clerk_look_end(p_directive text, p_day date, p_tests int, p_alarms int)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    if p_tests is null then
        delete from watch_look w where w.directive = p_directive and w.day = p_day;
    else
        update watch_look w set tests = p_tests, alarms = p_alarms
        where w.directive = p_directive and w.day = p_day;
    end if;
end $$;

create function clerk_last_look(p_directive text) returns table (day date, tests int, alarms int)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select w.day, w.tests, w.alarms from watch_look w
    where w.directive = p_directive and w.tests is not null order by w.day desc limit 1
$$;

create function clerk_late_alarms(p_today date) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from alarm a join stream t on t.id = a.stream
    where a.open and a.due < p_today order by t.key
$$;

-- Cases in which something happened since, or on which some unit still has work.
create function clerk_watched(p_directive text, p_since timestamptz, p_after text, p_limit int)
returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t
    where t.kind = 'case' and t.directive_id = p_directive and t.key > p_after
        and (exists (select 1 from work_item w where w.stream = t.id)
            or exists (select 1 from event e where e.stream = t.id and e.at >= p_since))
    order by t.key limit p_limit
$$;

-- The events of these cases, sealed, for the clock's session and for nobody else.
create function watch_events(p_session bytea, p_now timestamptz, p_keys text[])
returns table (key text, version bigint, directive_id text, directive_version text,
    directive_hash text, wrapped bytea, traveller_keys jsonb, sequence bigint, at timestamptz,
    sealed bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash, k.wrapped,
        (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
            from traveller_key x where x.stream = t.id),
        e.sequence, e.at, p.sealed
    from session s
    join stream t on t.key = any (p_keys) and t.kind = 'case'
    join stream_key k on k.stream = t.id
    join event e on e.stream = t.id
    join event_payload p on p.stream = e.stream and p.sequence = e.sequence
    where s.token = p_session and s.expires > p_now and s.kind = 'clock'
    order by t.key, e.sequence
$$;

grant execute on function clerk_look_begin(text, date), clerk_look_end(text, date, int, int),
    clerk_last_look(text), clerk_late_alarms(date), clerk_watched(text, timestamptz, text, int)
    to ${clerk};
grant execute on function watch_events(bytea, timestamptz, text[]) to ${writer};
