-- Sessions end after rest; a person sees theirs; officers may need a second factor.

-- When a session began and was last used; beside it, for functions return whole rows of session.
create table session_use (
    token       bytea primary key references session (token) on delete cascade,
    made        timestamptz not null,
    seen        timestamptz not null
);

-- Whether a session was used lately enough; one that was not is ended. That it was used is written
-- down once a minute, so that a look does not cost a write.
create function door_awake(p_token bytea, p_now timestamptz, p_officer bigint, p_party bigint)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_kind text;
    v_seen timestamptz;
    v_rest interval;
begin
    select s.kind, u.seen into v_kind, v_seen
    from session s left join session_use u on u.token = s.token where s.token = p_token;
    if not found then
        return false;
    end if;
    v_rest := case when v_kind in ('officer', 'auditor') then make_interval(secs => p_officer)
        when v_kind = 'party' then make_interval(secs => p_party) end;
    if v_seen + v_rest < p_now then
        delete from session s using session_use u
        where s.token = p_token and u.token = s.token and u.seen = v_seen;
        return false;
    end if;
    if v_seen is null or v_seen + interval '1 minute' <= p_now then
        insert into session_use as u (token, made, seen)
        select s.token, p_now, p_now from session s where s.token = p_token for key share
        on conflict on constraint session_use_pkey do update set seen = p_now;
    end if;
    return true;
end $$;

-- The sessions of whoever this session is of: an officer's, or a person's of a case.
create function door_sessions(p_token bytea, p_now timestamptz)
returns table (made timestamptz, seen timestamptz, expires timestamptz, own boolean)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce(u.made, p_now), coalesce(u.seen, p_now), o.expires, o.token = s.token
    from session s
    join session o on o.token = s.token
        or (o.kind = s.kind and s.kind in ('officer', 'auditor', 'party')
            and o.account is not distinct from s.account
            and o.stream is not distinct from s.stream
            and o.traveller is not distinct from s.traveller)
    left join session_use u on u.token = o.token
    where s.token = p_token and s.expires > p_now and o.expires > p_now
    order by o.token = s.token desc, u.seen desc nulls last, o.expires desc
$$;

-- Signs out everywhere but here; says in how many places.
create function door_leave_others(p_token bytea, p_now timestamptz) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_n int;
begin
    delete from session o using session s
    where s.token = p_token and s.expires > p_now and o.token <> s.token
        and o.kind = s.kind and s.kind in ('officer', 'auditor', 'party')
        and o.account is not distinct from s.account
        and o.stream is not distinct from s.stream
        and o.traveller is not distinct from s.traveller;
    get diagnostics v_n = row_count;
    return v_n;
end $$;

-- The secret itself is made from the office's keys, the account and the generation.
create table second_factor (
    account     text primary key references account (id),
    generation  int not null,
    is_on       boolean not null,
    step        bigint not null default 0 -- of the last code that was used: none is used twice
);

create table recovery_code (
    account     text not null references account (id),
    hash        text not null,            -- keyed
    primary key (account, hash)
);

alter table account_log drop constraint account_log_what_check;
alter table account_log add constraint account_log_what_check
    check (what in ('made', 'ended', 'password', 'factor', 'factor ended', 'factor recovered'));

create function door_factor(p_account text) returns table (generation int)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select f.generation from second_factor f where f.account = p_account and f.is_on
$$;

create function door_factor_step(p_account text, p_step bigint) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update second_factor f set step = p_step
    where f.account = p_account and f.is_on and f.step < p_step;
    return found;
end $$;

create function door_recover(p_account text, p_hash text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    delete from recovery_code r where r.account = p_account and r.hash = p_hash;
    if not found then
        return false;
    end if;
    insert into account_log (account, what, by, at)
    values (p_account, 'factor recovered', p_account, p_now);
    return true;
end $$;

-- A new secret, and codes for the day on which the device is lost; none where there is no such officer.
create function clerk_factor(p_login text, p_by text, p_now timestamptz)
returns table (account text, generation int)
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account text;
    v_generation int;
begin
    select a.id into v_account from account a where a.login = p_login and a.ended is null;
    if not found then
        return;
    end if;
    insert into second_factor as f (account, generation, is_on) values (v_account, 1, true)
    on conflict on constraint second_factor_pkey
    do update set generation = f.generation + 1, is_on = true, step = 0
    returning f.generation into v_generation;
    delete from recovery_code r where r.account = v_account;
    delete from session s where s.account = v_account;
    insert into account_log (account, what, by, at) values (v_account, 'factor', p_by, p_now);
    return query select v_account, v_generation;
end $$;

create function clerk_recovery(p_account text, p_hashes text[]) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    insert into recovery_code (account, hash) select p_account, h from unnest(p_hashes) h
$$;

create function clerk_factor_end(p_login text, p_by text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account text;
begin
    update second_factor f set is_on = false from account a
    where a.login = p_login and f.account = a.id and f.is_on returning a.id into v_account;
    if not found then
        return false;
    end if;
    delete from recovery_code r where r.account = v_account;
    insert into account_log (account, what, by, at) values (v_account, 'factor ended', p_by, p_now);
    return true;
end $$;

grant execute on function door_awake(bytea, timestamptz, bigint, bigint),
    door_sessions(bytea, timestamptz), door_leave_others(bytea, timestamptz),
    door_factor(text), door_factor_step(text, bigint), door_recover(text, text, timestamptz)
    to ${door};
grant execute on function clerk_factor(text, text, timestamptz), clerk_recovery(text, text[]),
    clerk_factor_end(text, text, timestamptz) to ${clerk};
