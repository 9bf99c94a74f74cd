-- Accounts are made and ended by somebody who is written down; one that has ended stays, for its
-- acts do, and lets nobody in.

alter table account add column ended timestamptz;

create table account_log (
    place   bigint generated always as identity primary key,
    account text not null references account (id),
    what    text not null check (what in ('made', 'ended')),
    by      text not null,            -- who ran the command, or the program itself
    at      timestamptz not null
);

drop function clerk_account(text, text, text, bytea, text, text, text, text[], text);

create function clerk_account(
    p_id text, p_login text, p_password text, p_name bytea, p_unit text, p_function text,
    p_directive text, p_scope text[], p_demo_password text, p_by text, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into account (id, login, password, name, unit, function, directive, demo_password)
    values (p_id, p_login, p_password, p_name, p_unit, p_function, p_directive, p_demo_password)
    on conflict do nothing;
    if not found then
        return false;
    end if;
    insert into scope (account, authority) select p_id, s from unnest(p_scope) s;
    insert into account_log (account, what, by, at) values (p_id, 'made', p_by, p_now);
    return true;
end $$;

-- The account's lock is taken first, so that no sign-in that is under way outlives it.
create function clerk_account_end(p_login text, p_by text, p_now timestamptz) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account account;
begin
    select a.* into v_account from account a where a.login = p_login for update;
    if not found then
        return 'unknown';
    end if;
    if v_account.ended is not null then
        return 'ended before';
    end if;
    update account set ended = p_now where id = v_account.id;
    delete from session where account = v_account.id;
    insert into account_log (account, what, by, at) values (v_account.id, 'ended', p_by, p_now);
    return 'ended';
end $$;

create function clerk_staff()
returns table (login text, name bytea, id text, unit text, function text, briefed boolean,
    made timestamptz, made_by text, ended timestamptz, ended_by text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.login, a.name, a.id, a.unit, a.function,
        exists (select 1 from briefed_officer b
            where b.account = a.id and b.directive = a.directive),
        made.at, made.by, a.ended, ended.by
    from account a
    left join account_log made on made.account = a.id and made.what = 'made'
    left join account_log ended on ended.account = a.id and ended.what = 'ended'
    order by a.login
$$;

create or replace function door_account(p_login text)
returns table (id text, password text, name bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.password, a.name from account a where a.login = p_login and a.ended is null
$$;

create or replace function door_open(
    p_token bytea, p_kind text, p_account text, p_expires timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform 1 from account a where a.id = p_account for share;
    insert into session (token, kind, account, expires)
    select p_token, p_kind, p_account, p_expires
    where p_kind in ('officer', 'stranger', 'clock')
        and not exists (select 1 from account a where a.id = p_account and a.ended is not null);
end $$;

grant execute on function
    clerk_account(text, text, text, bytea, text, text, text, text[], text, text, timestamptz),
    clerk_account_end(text, text, timestamptz), clerk_staff() to ${clerk};
