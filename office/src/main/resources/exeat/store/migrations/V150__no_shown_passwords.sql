-- What the demonstration shows to its visitors is the demonstration's own: no account keeps a password that can be
-- read. The log says so of each that had one, by the trigger on accounts, before the column goes; what is not set
-- was never in an event, so that other accounts' events still say what their rows do.

update account set demo_password = null where demo_password is not null;

create or replace function account_text(a account) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(to_jsonb(a) || jsonb_build_object(
        'password', encode(sha256(convert_to(a.password, 'UTF8')), 'hex'),
        'name', encode(sha256(a.name), 'hex')))::text
$$;

drop function clerk_accounts(text);

alter table account drop column demo_password;

create function clerk_accounts(p_directive text) returns table (id text, unit text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.unit from account a where a.directive = p_directive order by a.id
$$;

-- With how much work the passwords are hashed: the third part of what bcrypt writes.
create function clerk_password_costs() returns table (cost text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select distinct split_part(a.password, '$', 3) from account a
$$;

grant execute on function clerk_accounts(text), clerk_password_costs() to ${clerk};
