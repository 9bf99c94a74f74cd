-- Administrators: what gives or takes power over people is proposed by one and takes effect when another agrees. The
-- functions look at the session themselves, so that no other account can do it, whatever the program says. See decision
-- 194.

create table account_proposal (
    id          bigint generated always as identity primary key,
    what        text not null check (what in ('account', 'end', 'password', 'factor')),
    account     text not null,
    login       text,
    name        bytea,
    unit        text,
    role        text check (role in ('officer', 'lawyer', 'auditor', 'administrator')),
    reason      bytea not null,
    proposed_by text not null references account (id),
    proposed    timestamptz not null,
    first_part  text,
    second_part text,
    outcome     text check (outcome in ('agreed', 'declined', 'withdrawn')),
    closed_by   text references account (id),
    closed      timestamptz,
    objected    timestamptz,
    used        timestamptz,
    check ((outcome is null) = (closed_by is null) and (outcome is null) = (closed is null)),
    check (outcome is distinct from 'agreed' or (closed_by <> proposed_by and closed_by <> account)),
    check (proposed_by <> account),
    check ((what = 'account') = (login is not null and name is not null and unit is not null and role is not null)),
    check ((what = 'end') = (first_part is null))
);
comment on table account_proposal is
    '[people] What an administrator proposed to do with an account, and what became of it. Nobody reads it but functions '
    'for administrators, and for the person whom it concerns. Each change is an event of register/mandates.';
comment on column account_proposal.id is 'The proposal, as account_log.by names it after "proposal ".';
comment on column account_proposal.what is
    'A new account, the end of one, another password or another second factor for somebody who lost theirs.';
comment on column account_proposal.account is 'The account. Of a new one the id that it gets; so there is no foreign key.';
comment on column account_proposal.login is 'Of a new account: the name to sign in with.';
comment on column account_proposal.name is 'Of a new account: the name of its holder, encrypted under a master key.';
comment on column account_proposal.unit is 'Of a new account: its unit, as authority.id.';
comment on column account_proposal.role is 'Of a new account: what it is for.';
comment on column account_proposal.reason is 'Why, in the words of the administrator who proposed it, encrypted under a master key.';
comment on column account_proposal.proposed_by is 'The administrator who proposed it.';
comment on column account_proposal.proposed is 'When.';
comment on column account_proposal.first_part is
    'A keyed hash of the half of the code that the first administrator hands over.';
comment on column account_proposal.second_part is 'The same of the second administrator''s half.';
comment on column account_proposal.outcome is 'What became of it; null while it waits.';
comment on column account_proposal.closed_by is 'Who agreed, declined or withdrew it.';
comment on column account_proposal.closed is 'When.';
comment on column account_proposal.objected is 'When the person whom it concerns said that they did not ask for it.';
comment on column account_proposal.used is 'When the code was used; it is used once.';

-- A proposal as its event says it: what is secret or sealed as its hash alone.
create function account_proposal_text(p account_proposal) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'id', p.id::text, 'what', p.what, 'account', p.account, 'login', p.login,
        'name', encode(sha256(p.name), 'hex'), 'unit', p.unit, 'role', p.role,
        'reason', encode(sha256(p.reason), 'hex'),
        'by', p.proposed_by, 'at', (extract(epoch from p.proposed) * 1000000)::bigint,
        'parts', encode(sha256(convert_to(concat_ws(' ', p.first_part, p.second_part), 'UTF8')), 'hex'),
        'outcome', p.outcome, 'closed by', p.closed_by,
        'closed', (extract(epoch from p.closed) * 1000000)::bigint,
        'objected', (extract(epoch from p.objected) * 1000000)::bigint,
        'used', (extract(epoch from p.used) * 1000000)::bigint))::text
$$;

create function log_account_proposal() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('account-proposed', account_proposal_text(new));
    return null;
end $$;
create trigger account_proposal_logged after insert or update on account_proposal
    for each row execute function log_account_proposal();
create trigger account_proposal_stays before delete or truncate on account_proposal
    for each statement execute function stays();

-- The administrator whose session this is; null for everybody else.
create function administrator_of(p_token bytea, p_now timestamptz) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select s.account from session s
    where s.token = p_token and s.kind = 'administrator' and s.expires > p_now
$$;

-- Whether it still waits: neither closed nor stopped nor too old, and neither who proposed it has ended nor whom it
-- concerns.
create function proposal_waits(p account_proposal, p_since timestamptz) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select p.outcome is null and p.objected is null and p.proposed > p_since
        and exists (select 1 from account a where a.id = p.proposed_by and a.administrator and a.ended is null)
        and not exists (select 1 from account a where a.id = p.account and a.ended is not null)
$$;

-- Whether its code still opens the account: each code that was agreed to later replaces those of the same account.
create function proposal_code_stands(p account_proposal) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select p.outcome = 'agreed' and p.what <> 'end' and p.used is null and p.objected is null
        and exists (select 1 from account a where a.id = p.account and a.ended is null)
        and not exists (select 1 from account_proposal n
            where n.account = p.account and n.outcome = 'agreed' and n.what <> 'end'
                and (n.closed, n.id) > (p.closed, p.id))
$$;

-- Proposes: the id of the proposal, or why not. An administrator proposes nothing about their own account.
create function clerk_propose(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_what text, p_account text, p_login text,
    p_name bytea, p_unit text, p_role text, p_reason bytea, p_part text)
returns table (came text, proposal bigint)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_by text := administrator_of(p_token, p_now);
begin
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    came := case
        when v_by is null then 'nobody'
        when p_account = v_by then 'own'
        when exists (select 1 from account_proposal p
            where p.what = p_what and proposal_waits(p, p_since)
                and case when p_what = 'account' then p.login = p_login else p.account = p_account end)
            then 'waiting'
        when p_what = 'account' and exists (select 1 from account a where a.login = p_login) then 'taken'
        when p_what <> 'account' and not exists (
            select 1 from account a where a.id = p_account and a.ended is null) then 'unknown'
        when p_what = 'factor' and not exists (
            select 1 from second_factor f where f.account = p_account and f.is_on) then 'no factor'
        when (select count(1) from account_proposal p
            where p.proposed_by = v_by and proposal_waits(p, p_since)) >= 20 then 'many'
        else 'proposed' end;
    if came = 'proposed' then
        insert into account_proposal
            (what, account, login, name, unit, role, reason, proposed_by, proposed, first_part)
        values (p_what, p_account, p_login, p_name, p_unit, p_role, p_reason, v_by, p_now, p_part)
        returning id into proposal;
    end if;
    return next;
end $$;

-- Declined by another administrator, or withdrawn by the one who proposed it.
create function clerk_proposal_close(p_token bytea, p_now timestamptz, p_id bigint) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    v_outcome text;
begin
    update account_proposal p
    set outcome = case when p.proposed_by = v_by then 'withdrawn' else 'declined' end,
        closed_by = v_by, closed = p_now
    where p.id = p_id and p.outcome is null and v_by is not null
    returning p.outcome into v_outcome;
    return v_outcome;
end $$;

-- Agrees, by another administrator than who proposed it and whom it concerns; done, or why not. A new account and an
-- end take effect at once. Of a password and a second factor the old ones go on until the person uses the code.
create function clerk_agree(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_part text, p_password text,
    p_function text, p_directive text, p_scope text[])
returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    p account_proposal;
    v_log text := 'proposal ' || p_id;
begin
    if v_by is null then
        return 'nobody';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    select x.* into p from account_proposal x
    where x.id = p_id and proposal_waits(x, p_since) for update;
    if not found then
        return 'gone';
    end if;
    if p.proposed_by = v_by or p.account = v_by then
        return 'own';
    end if;
    if p.what = 'account' then
        if not clerk_account(p.account, p.login, p_password, p.name, p.unit, p_function, p_directive, p_scope,
                p.role = 'lawyer', p.role = 'auditor', p.role = 'administrator', v_log, p_now) then
            return 'taken';
        end if;
    elsif p.what = 'end' then
        perform clerk_account_end(a.login, v_log, p_now) from account a where a.id = p.account;
    end if;
    update account_proposal x
    set outcome = 'agreed', closed_by = v_by, closed = p_now,
        second_part = case when x.what <> 'end' then p_part end
    where x.id = p_id;
    return 'agreed';
end $$;

-- Proposals, or the one with an id: those that wait first, then those that somebody stopped of late, then the newest.
-- What lost its effect because of something else has the outcome 'void'.
create function clerk_proposals(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_account text, p_from int, p_limit int)
returns table (id bigint, what text, account text, login text, name bytea, unit text, role text, reason bytea,
    proposed_by text, proposed timestamptz, outcome text, closed_by text, closed timestamptz,
    objected timestamptz, used timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.id, p.what, p.account, coalesce(p.login, a.login), coalesce(p.name, a.name),
        coalesce(p.unit, m.unit), coalesce(p.role, case when a.lawyer then 'lawyer' else account_kind(a) end),
        p.reason, p.proposed_by, p.proposed,
        case when p.outcome is null and p.proposed > p_since and not proposal_waits(p, p_since)
            or p.outcome = 'agreed' and p.what <> 'end' and p.used is null and not proposal_code_stands(p)
            then 'void' else p.outcome end,
        p.closed_by, p.closed, p.objected, p.used
    from account_proposal p
    left join account a on a.id = p.account
    left join lateral first_mandate(a.id) m on true
    where administrator_of(p_token, p_now) is not null
        and (p_id is null or p.id = p_id) and (p_account is null or p.account = p_account)
    order by not proposal_waits(p, p_since), coalesce(p.objected, '-infinity') <= p_since, p.id desc
    offset p_from limit p_limit
$$;

-- What administrators see of an account beside its row: nothing of a case.
create function clerk_account_states(p_token bytea, p_now timestamptz)
returns table (account text, factor boolean, codes bigint, sessions bigint, signed_in timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id,
        exists (select 1 from second_factor f where f.account = a.id and f.is_on),
        (select count(1) from recovery_code r where r.account = a.id),
        (select count(1) from session s where s.account = a.id and s.expires > p_now),
        (select l.at from last_sign_in l where l.account = a.id)
    from account a
    where administrator_of(p_token, p_now) is not null
$$;

-- What was done with an account, the newest first.
create function clerk_account_history(p_token bytea, p_now timestamptz, p_account text)
returns table (what text, by text, at timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select h.what, h.by, h.at
    from (select l.what, l.by, l.at, l.place from account_log l where l.account = p_account
        union all
        select 'objected', 'proposal ' || p.id, p.objected, null from account_proposal p
        where p.account = p_account and p.objected is not null) h
    where administrator_of(p_token, p_now) is not null
    order by h.at desc, h.place desc limit 50
$$;

-- Signs somebody out everywhere; who is still welcome signs in again. In how many places, or null if it may not be.
create function clerk_sessions_end(p_token bytea, p_now timestamptz, p_account text) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    v_n int;
begin
    if v_by is null or not exists (select 1 from account a where a.id = p_account and a.ended is null) then
        return null;
    end if;
    delete from session s where s.account = p_account and s.token <> p_token;
    get diagnostics v_n = row_count;
    insert into account_log (account, what, by, at) values (p_account, 'sessions ended', v_by, p_now);
    return v_n;
end $$;

-- The agreed proposal of this login that has this code, if the code still stands.
create function door_code(p_login text, p_first text, p_second text, p_since timestamptz)
returns table (proposal bigint, what text, account text, kind text, lawyer boolean, function text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.id, p.what, a.id, account_kind(a), coalesce(a.lawyer, false), m.function
    from account a
    cross join lateral first_mandate(a.id) m
    join account_proposal p on p.account = a.id
    where a.login = p_login and proposal_code_stands(p) and p.closed > p_since
        and p.first_part = p_first and p.second_part = p_second
$$;

-- Uses a code: from now on the account has this password, and nobody is signed in to it.
create function clerk_code_password(p_id bigint, p_password text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account text;
begin
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    update account_proposal p set used = p_now
    where p.id = p_id and p.what in ('account', 'password') and proposal_code_stands(p)
    returning p.account into v_account;
    if v_account is null then
        return false;
    end if;
    update account set password = p_password where id = v_account and ended is null;
    delete from session where account = v_account;
    insert into account_log (account, what, by, at) values (v_account, 'password', 'proposal ' || p_id, p_now);
    return true;
end $$;

-- Uses a code for a second factor; the caller makes it in the same transaction.
create function clerk_code_factor(p_id bigint, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    update account_proposal p set used = p_now
    where p.id = p_id and p.what = 'factor' and proposal_code_stands(p);
    return found;
end $$;

-- What administrators proposed about the account of this session, for the person to see.
create function door_notices(p_token bytea, p_now timestamptz, p_since timestamptz)
returns table (id bigint, what text, proposed timestamptz, outcome text, closed timestamptz,
    objected timestamptz, used timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.id, p.what, p.proposed, p.outcome, p.closed, p.objected, p.used
    from session s join account_proposal p on p.account = s.account
    where s.token = p_token and s.expires > p_now and p.what in ('password', 'factor') and p.proposed > p_since
    order by p.id desc
$$;

-- The person did not ask for it: it has no effect any more. Whether it was in time.
create function clerk_object(p_token bytea, p_now timestamptz, p_id bigint) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account_proposal p set objected = p_now
    from session s
    where s.token = p_token and s.expires > p_now and s.account = p.account and p.id = p_id
        and p.what in ('password', 'factor') and p.used is null and p.objected is null
        and coalesce(p.outcome, 'agreed') = 'agreed';
    return found;
end $$;

grant execute on function
    door_code(text, text, text, timestamptz),
    door_notices(bytea, timestamptz, timestamptz)
    to ${door};
grant execute on function
    clerk_account_history(bytea, timestamptz, text),
    clerk_account_states(bytea, timestamptz),
    clerk_agree(bytea, timestamptz, timestamptz, bigint, text, text, text, text, text[]),
    clerk_code_factor(bigint, timestamptz),
    clerk_code_password(bigint, text, timestamptz),
    clerk_object(bytea, timestamptz, bigint),
    clerk_proposal_close(bytea, timestamptz, bigint),
    clerk_proposals(bytea, timestamptz, timestamptz, bigint, text, int, int),
    clerk_propose(bytea, timestamptz, timestamptz, text, text, text, bytea, text, text, bytea, text),
    clerk_sessions_end(bytea, timestamptz, text)
    to ${clerk};
