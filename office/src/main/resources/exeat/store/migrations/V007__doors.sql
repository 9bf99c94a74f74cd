-- What the door's role can do: sessions, and looking for an account or a secret by its hash.

create function door_open(
    p_token bytea, p_kind text, p_account text, p_expires timestamptz) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    insert into session (token, kind, account, expires)
    select p_token, p_kind, p_account, p_expires where p_kind in ('officer', 'stranger', 'clock')
$$;

-- The hashes are keyed, so that the time their comparison takes tells nothing about a secret.
create function door_open_party(
    p_token bytea, p_number text, p_hash bytea, p_expires timestamptz)
returns table (case_key text, traveller int)
language sql security definer set search_path = exeat, pg_temp as $$
    with found as (
        select t.id, t.key, x.traveller from stream t join secret x on x.stream = t.id
        where t.number = p_number and x.hash = p_hash limit 1),
    opened as (
        insert into session (token, kind, stream, traveller, expires)
        select p_token, 'party', f.id, f.traveller, p_expires from found f)
    select f.key, f.traveller from found f
$$;

create function door_account(p_login text)
returns table (id text, password text, name bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.password, a.name from account a where a.login = p_login
$$;

create function door_resume(p_token bytea, p_now timestamptz)
returns table (kind text, account text, name bytea, unit text, function text, directive text,
    briefed boolean, case_key text, traveller int, expires timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.kind, a.id, a.name, a.unit, a.function, a.directive,
        exists (select 1 from briefed_officer b
            where b.account = a.id and b.directive = a.directive),
        t.key, s.traveller, s.expires
    from session s
    left join account a on a.id = s.account
    left join stream t on t.id = s.stream
    where s.token = p_token and s.expires > p_now
$$;

create function door_leave(p_token bytea) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    delete from session where token = p_token
$$;

create function door_attempts(p_subject bytea, p_since timestamptz) returns bigint
language sql stable security definer set search_path = exeat, pg_temp as $$
    select count(a.at) from attempt a where a.subject = p_subject and a.at > p_since
$$;

create function door_failed(p_subject bytea, p_now timestamptz) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    insert into attempt (subject, at) values (p_subject, p_now)
$$;

create function door_sweep(p_now timestamptz) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    delete from session where expires <= p_now;
    delete from attempt where at < p_now - interval '1 day'
$$;
