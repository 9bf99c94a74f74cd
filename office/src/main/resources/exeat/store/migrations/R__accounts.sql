-- Who has an account, and who is at the door: the functions of the clerk and the door that have
-- changed since they were first numbered, as they are now. Run again whenever this file changes.

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p
        where p.pronamespace = 'exeat'::regnamespace and p.proname in (
            'clerk_account', 'clerk_password', 'clerk_password_costs', 'clerk_staff',
            'door_account', 'door_attempts', 'door_awake', 'door_failed', 'door_open',
            'door_open_party', 'door_renew', 'door_resume', 'door_take_back', 'door_try')
    loop
        execute 'drop function ' || f;
    end loop;
end $$;

create function clerk_account(
    p_id text, p_login text, p_password text, p_name bytea, p_unit text, p_function text,
    p_directive text, p_scope text[], p_lawyer boolean, p_auditor boolean,
    p_by text, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into account (id, login, password, name, unit, function, directive, lawyer, auditor)
    values (p_id, p_login, p_password, p_name, p_unit, p_function, p_directive,
        nullif(p_lawyer, false), nullif(p_auditor, false))
    on conflict do nothing;
    if not found then
        return false;
    end if;
    insert into scope (account, authority) select p_id, s from unnest(p_scope) s;
    insert into account_log (account, what, by, at) values (p_id, 'made', p_by, p_now);
    return true;
end $$;

-- Whoever else is signed in to the account is signed out: the old password may be known to them.
create function clerk_password(
    p_id text, p_before text, p_password text, p_token bytea, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account set password = p_password
    where id = p_id and password = p_before and ended is null;
    if not found then
        return false;
    end if;
    delete from session where account = p_id and token <> p_token;
    insert into account_log (account, what, by, at) values (p_id, 'password', p_id, p_now);
    return true;
end $$;

create function clerk_staff()
returns table (login text, name bytea, id text, unit text, function text, lawyer boolean,
    auditor boolean, directive text, edition text, own_password boolean, made timestamptz, made_by text,
    ended timestamptz, ended_by text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.login, a.name, a.id, a.unit, a.function, coalesce(a.lawyer, false),
        coalesce(a.auditor, false),
        a.directive,
        (select b.edition from briefed_officer b
            where b.account = a.id and b.directive = a.directive),
        exists (select 1 from account_log l where l.account = a.id and l.what = 'password'),
        made.at, made.by, a.ended, ended.by
    from account a
    left join account_log made on made.account = a.id and made.what = 'made'
    left join account_log ended on ended.account = a.id and ended.what = 'ended'
    order by a.login
$$;

create function door_account(p_login text)
returns table (id text, password text, name bytea, auditor boolean)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.password, a.name, coalesce(a.auditor, false) from account a
    where a.login = p_login and a.ended is null
$$;

-- What a session's first use would write is written with it, and so costs no commit of its own.
create function door_open(
    p_token bytea, p_kind text, p_account text, p_expires timestamptz, p_now timestamptz)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform 1 from account a where a.id = p_account for share;
    insert into session (token, kind, account, expires)
    select p_token, p_kind, p_account, p_expires
    where p_kind in ('officer', 'stranger', 'clock', 'auditor')
        and not exists (select 1 from account a where a.id = p_account
            and (a.ended is not null or coalesce(a.auditor, false) <> (p_kind = 'auditor')));
    if found and p_kind <> 'clock' then
        insert into session_use (token, made, seen) values (p_token, p_now, p_now);
    end if;
end $$;

-- The session of a token, while it lives and was used lately enough; one that was not is ended. That
-- it was used is written down once a minute, so that a look does not cost a write. In steps, each
-- planned once and looked up by its key, because every call and every page begins with this.
create function door_resume(
    p_token bytea, p_now timestamptz, p_officer bigint, p_party bigint)
returns table (kind text, account text, name bytea, unit text, function text, directive text,
    edition text, lawyer boolean, acting text, absent boolean, case_key text, traveller int,
    expires timestamptz)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    s session;
    v_seen timestamptz;
    v_rest interval;
    v_mandate text;
begin
    select x.token, x.kind, x.account, x.stream, x.traveller, x.expires, x.acting into s
    from session x where x.token = p_token and x.expires > p_now;
    if not found then
        return;
    end if;
    select u.seen into v_seen from session_use u where u.token = p_token;
    v_rest := case when s.kind in ('officer', 'auditor') then make_interval(secs => p_officer)
        when s.kind = 'party' then make_interval(secs => p_party) end;
    if v_seen + v_rest < p_now then
        delete from session x using session_use u
        where x.token = p_token and u.token = x.token and u.seen = v_seen;
        return;
    end if;
    if v_seen is null or v_seen + interval '1 minute' <= p_now then
        insert into session_use as u (token, made, seen)
        select x.token, p_now, p_now from session x where x.token = p_token for key share
        on conflict on constraint session_use_pkey do update set seen = p_now;
    end if;
    kind := s.kind;
    traveller := s.traveller;
    expires := s.expires;
    lawyer := false;
    absent := false;
    if s.account is not null then
        v_mandate := case when s.acting is null then s.account else mandate_of(s, p_now) end;
        select own.id, own.name, a.unit, a.function, a.directive, b.edition,
            coalesce(a.lawyer, false) and a.id = own.id, case when a.id <> own.id then a.id end,
            away.it
        into account, name, unit, function, directive, edition, lawyer, acting, absent
        from account own
        left join account a on a.id = v_mandate
        left join briefed_officer b on b.account = own.id and b.directive = a.directive
        cross join lateral absence(own.id, p_now) away
        where own.id = s.account;
    elsif s.stream is not null then
        select t.key into case_key from stream t where t.id = s.stream;
    end if;
    return next;
end $$;

-- Opens a session for whoever has this secret in this case, unless too many tries failed before: the
-- try counts as in door_try, and one that succeeds does not, all in one transaction. The hashes are
-- keyed, so that the time their comparison takes tells nothing about a secret; one secret has several,
-- by how it was made. One that waits opens nothing; from its time on it is the only one, and no session
-- of the old one lasts. One row: whether the try could be made, and whose session it is, if anybody's.
create function door_open_party(
    p_token bytea, p_number text, p_hashes bytea[], p_expires timestamptz, p_now timestamptz,
    p_subjects text[], p_most int[], p_since timestamptz)
returns table (open boolean, case_key text, traveller int)
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_stream bigint;
    v_until timestamptz;
begin
    open := door_try(p_subjects, p_most, p_since, p_now);
    if not open then
        return next;
        return;
    end if;
    select t.id, t.key, x.traveller, x.until into v_stream, case_key, traveller, v_until
    from stream t
    cross join lateral (
        select s.traveller, s.hash, w.works_from as until
        from secret s
        left join secret_waiting w on w.stream = s.stream and w.traveller = s.traveller
        where s.stream = t.id and (w.works_from is null or w.works_from > p_now)
        union all
        select w.traveller, w.hash, null
        from secret_waiting w where w.stream = t.id and w.works_from <= p_now) x
    where t.number = p_number and x.hash = any (p_hashes) limit 1;
    if found then
        insert into session (token, kind, stream, traveller, expires)
        values (p_token, 'party', v_stream, traveller, least(p_expires, v_until));
        insert into session_use (token, made, seen) values (p_token, p_now, p_now);
        perform door_take_back(p_subjects, p_now);
    end if;
    return next;
end $$;

-- Lets an attempt to sign in count under each of its subjects, if under none of them as many count
-- as may; else it counts under none. Those under one subject take turns, so that of attempts at once
-- no more are let through than may fail.
create function door_try(
    p_subjects text[], p_most int[], p_since timestamptz, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_subject text;
begin
    for v_subject in select s from unnest(p_subjects) s order by s loop
        perform pg_advisory_xact_lock(hashtextextended(v_subject, 0));
    end loop;
    for i in 1 .. cardinality(p_subjects) loop
        if p_most[i] <= (select count(*) from (
                select 1 from attempt a
                where a.subject = decode(p_subjects[i], 'hex') and a.at > p_since
                limit p_most[i]) x) then
            return false;
        end if;
    end loop;
    insert into attempt (subject, at)
    select decode(s, 'hex'), p_now from unnest(p_subjects) s;
    return true;
end $$;

-- It succeeded, and no longer counts.
create function door_take_back(p_subjects text[], p_now timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_subject text;
begin
    foreach v_subject in array p_subjects loop
        delete from attempt where ctid = (
            select a.ctid from attempt a
            where a.subject = decode(v_subject, 'hex') and a.at = p_now limit 1);
    end loop;
end $$;

-- The same password, hashed as it is hashed today. Nobody is signed out: nobody knows it who did not.
create function door_renew(p_id text, p_before text, p_password text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account set password = p_password
    where id = p_id and password = p_before and ended is null;
    return found;
end $$;

-- With how much work the passwords are hashed: the parameters of Argon2id, the rounds of bcrypt.
create function clerk_password_costs() returns table (cost text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select distinct split_part(a.password, '$', case when a.password like '_argon2id_%' then 4 else 3 end)
    from account a
$$;

grant execute on function
    clerk_account(text, text, text, bytea, text, text, text, text[], boolean, boolean, text,
        timestamptz),
    clerk_password(text, text, text, bytea, timestamptz), clerk_password_costs(),
    clerk_staff() to ${clerk};
grant execute on function door_account(text),
    door_open(bytea, text, text, timestamptz, timestamptz),
    door_resume(bytea, timestamptz, bigint, bigint),
    door_open_party(bytea, text, bytea[], timestamptz, timestamptz, text[], int[], timestamptz),
    door_try(text[], int[], timestamptz, timestamptz), door_take_back(text[], timestamptz),
    door_renew(text, text, text) to ${door};
