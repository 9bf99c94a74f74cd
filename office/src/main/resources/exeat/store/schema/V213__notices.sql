-- Notices: the office tells a person that there is something to read, where they asked for it (decision 214). What is
-- to be told is filled in with the events of which it is news, in the same transaction; a row goes when it was sent.

insert into event_right (kind, type, writers) values
    ('case', 'notices-chosen', '{party}');

create table notice_address (
    stream     bigint not null,
    traveller  int not null,
    sealed     bytea,
    asked      timestamptz not null,
    asks       int not null default 1,
    asks_since timestamptz not null,
    tries      int not null default 0,
    confirmed  timestamptz,
    bounced    timestamptz,
    primary key (stream, traveller),
    -- An erasure takes the traveller's key, and this with it.
    foreign key (stream, traveller) references traveller_key (stream, traveller) on delete cascade,
    check (sealed is not null or confirmed is null)
);
comment on table notice_address is
    '[notices] Where somebody is told that there is news. The person alone reads and writes it, by functions that look '
    'at their session; no officer does, and it is in no event. Outside the audit, which cannot know an address.';
comment on column notice_address.stream is 'The case, as stream.id.';
comment on column notice_address.traveller is 'The traveller''s number in the case.';
comment on column notice_address.sealed is
    'The address, the language of messages and, until it is confirmed, the code that was sent there; encrypted. Null '
    'where they were switched off.';
comment on column notice_address.asked is 'When a code was sent there last.';
comment on column notice_address.asks is 'How many codes were sent since asks_since, so that nobody floods a mailbox.';
comment on column notice_address.asks_since is 'Since when they are counted: a day.';
comment on column notice_address.tries is 'How often a code was typed since it was sent.';
comment on column notice_address.confirmed is
    'When the code was typed; null before, when nothing but the code is sent there.';
comment on column notice_address.bounced is 'When a mail server refused it for good; nothing is sent there any more.';

create table notice (
    stream    bigint not null,
    traveller int not null,
    kind      text not null check (kind in ('code', 'now', 'digest')),
    id        bigint generated always as identity unique,
    since     timestamptz not null,
    due       timestamptz not null,
    tries     int not null default 0,
    status    text,
    primary key (stream, traveller, kind),
    foreign key (stream, traveller) references notice_address (stream, traveller) on delete cascade
);
comment on table notice is
    '[notices] What is to be told, at most one row of a kind for a person. It goes when it has been sent, when notices '
    'are switched off and at a claim to protection. Outside the audit but for whose it is: what was sent is not kept.';
comment on column notice.stream is 'The case, as stream.id.';
comment on column notice.traveller is 'The traveller''s number in the case.';
comment on column notice.kind is
    'The code that confirms an address; what waits for the person; or what is said with the rest of the day.';
comment on column notice.id is
    'Another one each time there is more to tell, so that what came while it was sent is not taken for sent.';
comment on column notice.since is 'When the first of it happened.';
comment on column notice.due is 'When it is to be sent, or tried again.';
comment on column notice.tries is 'How often sending failed.';
comment on column notice.status is 'What came of the last try: words of the program, and never those of a server.';

create index notice_due on notice (due);

-- Whose notices a session is about: a person's own, and nobody else's.
create function notice_of(p_token bytea, p_now timestamptz)
returns table (stream bigint, traveller int)
language sql stable set search_path = exeat, pg_temp as $$
    select s.stream, s.traveller from session s
    join traveller_key k on k.stream = s.stream and k.traveller = s.traveller
    where s.token = p_token and s.kind = 'party' and s.expires > p_now
$$;

-- What a command means for the notices of its case. Called by write_others alone, and with its search path.
create function write_notices(p jsonb, p_stream bigint, p_now timestamptz) returns void
language plpgsql as $$
begin
    delete from notice n
    using jsonb_to_recordset(p) as g(traveller int, what text)
    where n.stream = p_stream and n.traveller = g.traveller and g.what in ('off', 'silent');
    update notice_address a set sealed = null, confirmed = null, bounced = null
    from jsonb_to_recordset(p) as g(traveller int, what text)
    where a.stream = p_stream and a.traveller = g.traveller and g.what = 'off';
    insert into notice as o (stream, traveller, kind, since, due)
    select a.stream, a.traveller, g.what, p_now, g.due
    from jsonb_to_recordset(p) as g(traveller int, what text, due timestamptz)
    join notice_address a on a.stream = p_stream and a.traveller = g.traveller
    where g.what in ('now', 'digest') and a.confirmed is not null and a.bounced is null
    on conflict (stream, traveller, kind) do update
        set id = default, due = least(o.due, excluded.due);
end $$;

-- As before, with notices: before an erasure, which takes the address of whoever is erased.
create or replace function write_others(p jsonb, p_stream bigint, p_now timestamptz) returns void
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
    if p ? 'notices' then
        perform write_notices(p -> 'notices', p_stream, p_now);
    end if;
    if jsonb_typeof(p -> 'erase') = 'object' then
        perform write_erasure(p -> 'erase', p_stream);
    end if;
end $$;

-- Somebody wants notices at an address: a code is sent there, and nothing else before it is typed.
create function clerk_notice_ask(p_token bytea, p_now timestamptz, p_sealed bytea, p_most int) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_stream bigint;
    v_traveller int;
    a notice_address;
begin
    select o.stream, o.traveller into v_stream, v_traveller from notice_of(p_token, p_now) o;
    if v_stream is null then
        return 'nobody';
    end if;
    insert into notice_address (stream, traveller, sealed, asked, asks, asks_since)
    values (v_stream, v_traveller, null, p_now, 0, p_now)
    on conflict do nothing;
    select x.* into a from notice_address x where x.stream = v_stream and x.traveller = v_traveller for update;
    if a.asks_since <= p_now - interval '1 day' then
        a.asks := 0;
        a.asks_since := p_now;
    end if;
    if a.asks >= p_most then
        return 'many';
    end if;
    update notice_address x
    set sealed = p_sealed, asked = p_now, asks = a.asks + 1, asks_since = a.asks_since, tries = 0,
        confirmed = null, bounced = null
    where x.stream = v_stream and x.traveller = v_traveller;
    delete from notice n where n.stream = v_stream and n.traveller = v_traveller;
    insert into notice (stream, traveller, kind, since, due) values (v_stream, v_traveller, 'code', p_now, p_now);
    return 'asked';
end $$;

-- The person's own address, for themselves.
create function clerk_notice_own(p_token bytea, p_now timestamptz)
returns table (stream text, traveller int, sealed bytea, asked timestamptz, tries int, confirmed timestamptz,
    bounced timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key, a.traveller, a.sealed, a.asked, a.tries, a.confirmed, a.bounced
    from notice_of(p_token, p_now) o
    join notice_address a on a.stream = o.stream and a.traveller = o.traveller
    join stream t on t.id = a.stream
    where a.sealed is not null
$$;

-- The person types a code: what was sealed comes back to be compared, a few times and for a while.
create function clerk_notice_try(p_token bytea, p_now timestamptz, p_since timestamptz, p_most int) returns bytea
language sql security definer set search_path = exeat, pg_temp as $$
    update notice_address a set tries = a.tries + 1
    from notice_of(p_token, p_now) o
    where a.stream = o.stream and a.traveller = o.traveller and a.confirmed is null and a.sealed is not null
        and a.asked > p_since and a.tries < p_most
    returning a.sealed
$$;

-- It was the code: from here on the address is theirs. False where another address was given meanwhile.
create function clerk_notice_confirm(p_token bytea, p_now timestamptz, p_was bytea, p_sealed bytea) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update notice_address a set sealed = p_sealed, confirmed = p_now
    from notice_of(p_token, p_now) o
    where a.stream = o.stream and a.traveller = o.traveller and a.confirmed is null and a.sealed = p_was;
    if not found then
        return false;
    end if;
    delete from notice n using notice_of(p_token, p_now) o
    where n.stream = o.stream and n.traveller = o.traveller and n.kind = 'code';
    return true;
end $$;

-- What is to be sent now. Nothing to an address from before a secret that has begun to work meanwhile.
create function clerk_notice_due(p_now timestamptz, p_limit int)
returns table (id bigint, stream text, traveller int, kind text, tries int, since timestamptz, sealed bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select n.id, t.key, n.traveller, n.kind, n.tries, n.since, a.sealed
    from notice n
    join notice_address a on a.stream = n.stream and a.traveller = n.traveller
    join stream t on t.id = n.stream
    where n.due <= p_now and a.sealed is not null and a.bounced is null
        and (n.kind = 'code') = (a.confirmed is null)
        and not exists (select 1 from secret_waiting w
            where w.stream = n.stream and w.traveller = n.traveller
                and w.works_from <= p_now and w.works_from > a.asked)
    order by n.due limit p_limit
$$;

create function clerk_notice_sent(p_id bigint) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    delete from notice n where n.id = p_id
$$;

-- It is tried again at a time; without one it is given up, and with it the address where the server refuses that.
create function clerk_notice_failed(p_id bigint, p_now timestamptz, p_status text, p_due timestamptz, p_bounced boolean)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    if p_bounced then
        update notice_address a set bounced = p_now
        from notice n where n.id = p_id and a.stream = n.stream and a.traveller = n.traveller;
    end if;
    update notice n set tries = n.tries + 1, status = p_status, due = p_due where n.id = p_id and p_due is not null;
    delete from notice n using notice o
    where o.id = p_id and p_due is null and n.stream = o.stream and n.traveller = o.traveller
        and (n.id = p_id or p_bounced);
end $$;

grant execute on function
    clerk_notice_ask(bytea, timestamptz, bytea, int),
    clerk_notice_confirm(bytea, timestamptz, bytea, bytea),
    clerk_notice_due(timestamptz, int),
    clerk_notice_failed(bigint, timestamptz, text, timestamptz, boolean),
    clerk_notice_own(bytea, timestamptz),
    clerk_notice_sent(bigint),
    clerk_notice_try(bytea, timestamptz, timestamptz, int)
    to ${clerk};
