-- A directive's life: who of its issuer signs as a lawyer, who signed what, which version is in
-- force when. Cases stay on the version that decided them, until an event moves them.

-- Set for a lawyer and for nobody else, so that what was said of an account before stays so.
alter table account add column lawyer boolean check (lawyer);

-- What the writer and the pages know of it; worked out of the directive's own events.
create table directive_tenure (
    directive   text primary key,
    tenure      jsonb not null,
    times       bigint not null default 1   -- how often it was changed
);

create table directive_signature (
    directive   text not null,
    pair        text not null,        -- SHA-256 over a paragraph's words and a rule, hex
    account     text not null references account (id),
    at          timestamptz not null,
    primary key (directive, pair, account)
);

-- What was put in force before versions were named stays in force as it was: the newest one.
insert into directive_tenure (directive, tenure)
select d.id, jsonb_build_object('repealed', null, 'suspended', false, 'versions',
    jsonb_build_array(jsonb_build_object(
        'ref', jsonb_build_object('id', d.id, 'version', d.version, 'hash', d.hash),
        'days', jsonb_build_object('from', null, 'until', null),
        'at', '1970-01-01T00:00:00Z')))
from directive d
where exists (select 1 from stream t where t.key = 'briefing/' || d.id)
    and d.place = (select max(n.place) from directive n where n.id = d.id);

insert into event_right (kind, type, writers) values
    ('briefing', 'rules-signed', '{officer}'),
    ('briefing', 'version-in-force', '{officer}'),
    ('briefing', 'change-proposed', '{officer}'),
    ('briefing', 'change-made', '{officer}'),
    ('case', 'moved', '{clock}');
-- What follows from a move, too.
update event_right set writers = '{party,officer,clock}' where kind = 'case' and type = 'found';

drop function load_batch(jsonb);

create function load_batch(p jsonb) returns table (
    ord int, session_kind text, account text, unit text, function text, account_directive text,
    lawyer boolean, briefed text[], session_case text, traveller int, principal text,
    may_write boolean, stream_exists boolean, version bigint, directive_id text,
    directive_version text, directive_hash text, state bytea, wrapped bytea,
    answered bytea, answer_first bigint, answer_last bigint, answer_leaf bytea,
    answer_in_log_by timestamptz, answer_payloads jsonb, acknowledged jsonb, tenures jsonb)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select r.ord, s.kind, s.account, a.unit, a.function, a.directive, coalesce(a.lawyer, false),
        (select array_agg(b.directive) from briefed_officer b where b.account = s.account),
        own.key, s.traveller, principal_of(s), may.write,
        t.id is not null, t.version, t.directive_id, t.directive_version, t.directive_hash,
        case when may.write then t.state end,
        case when may.write or q.key is not null then k.wrapped end,
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
            select jsonb_object_agg(d.directive, d.tenure) from directive_tenure d) end
    from (
        select i.ord, i.session, i.stream, i.kind, i.key, i.claim,
            i.ord = min(i.ord) over () as first
        from jsonb_to_recordset(p -> 'rows')
            as i(ord int, session text, stream text, kind text, key text, claim boolean)) r
    left join session s on s.token = decode(r.session, 'base64')
        and s.expires > (p ->> 'now')::timestamptz
    left join account a on a.id = s.account
    left join stream own on own.id = s.stream
    left join stream t on t.key = r.stream
    left join stream_key k on k.stream = t.id
    left join request q on q.principal = principal_of(s) and q.key = r.key
    cross join lateral (
        select s.token is not null and coalesce(
            may_write(s, t.id, r.kind) or r.claim and s.kind = 'officer', false) as write) may
$$;

create or replace function write_stream(p jsonb, p_stream bigint, p_version bigint) returns bigint
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

-- Beside the read models that there were: what a directive's own stream says of it, and a signature
-- only of a lawyer.
create function write_life(p jsonb) returns void
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
end $$;

alter function write_read_models(jsonb, bigint) rename to write_work;

create function write_read_models(p jsonb, p_stream bigint) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_work(p, p_stream);
    perform write_life(p);
end $$;

drop function clerk_account(text, text, text, bytea, text, text, text, text[], text, text,
    timestamptz);

create function clerk_account(
    p_id text, p_login text, p_password text, p_name bytea, p_unit text, p_function text,
    p_directive text, p_scope text[], p_demo_password text, p_lawyer boolean, p_by text,
    p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into account (id, login, password, name, unit, function, directive, demo_password,
        lawyer)
    values (p_id, p_login, p_password, p_name, p_unit, p_function, p_directive, p_demo_password,
        nullif(p_lawyer, false))
    on conflict do nothing;
    if not found then
        return false;
    end if;
    insert into scope (account, authority) select p_id, s from unnest(p_scope) s;
    insert into account_log (account, what, by, at) values (p_id, 'made', p_by, p_now);
    return true;
end $$;

drop function clerk_staff();

create function clerk_staff()
returns table (login text, name bytea, id text, unit text, function text, lawyer boolean,
    briefed boolean, made timestamptz, made_by text, ended timestamptz, ended_by text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.login, a.name, a.id, a.unit, a.function, coalesce(a.lawyer, false),
        exists (select 1 from briefed_officer b
            where b.account = a.id and b.directive = a.directive),
        made.at, made.by, a.ended, ended.by
    from account a
    left join account_log made on made.account = a.id and made.what = 'made'
    left join account_log ended on ended.account = a.id and ended.what = 'ended'
    order by a.login
$$;

create function clerk_signatures(p_directive text)
returns table (pair text, account text, name bytea, at timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.pair, s.account, a.name, s.at
    from directive_signature s join account a on a.id = s.account
    where s.directive = p_directive order by s.at, s.account
$$;

drop function door_resume(bytea, timestamptz);

create function door_resume(p_token bytea, p_now timestamptz)
returns table (kind text, account text, name bytea, unit text, function text, directive text,
    briefed boolean, lawyer boolean, case_key text, traveller int, expires timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.kind, a.id, a.name, a.unit, a.function, a.directive,
        exists (select 1 from briefed_officer b
            where b.account = a.id and b.directive = a.directive),
        coalesce(a.lawyer, false), t.key, s.traveller, s.expires
    from session s
    left join account a on a.id = s.account
    left join stream t on t.id = s.stream
    where s.token = p_token and s.expires > p_now
$$;

grant select on directive_tenure to ${clerk};
grant execute on function load_batch(jsonb) to ${writer};
grant execute on function door_resume(bytea, timestamptz) to ${door};
grant execute on function
    clerk_account(text, text, text, bytea, text, text, text, text[], text, boolean, text,
        timestamptz),
    clerk_staff(), clerk_signatures(text) to ${clerk};
