-- The clerk keeps the register and the accounts, and knows which cases time has made due.

create function clerk_directive(
    p_id text, p_version text, p_hash text, p_now timestamptz, p_files jsonb, p_units jsonb)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into directive (hash, id, version, loaded) values (p_hash, p_id, p_version, p_now)
    on conflict do nothing;
    if not found then
        return;
    end if;
    insert into directive_file (directive, path, content)
    select p_hash, f.path, decode(f.content, 'base64')
    from jsonb_to_recordset(p_files) as f(path text, content text);
    insert into authority (directive, id, parent, function, place, border_post)
    select p_hash, u.id, u.parent, u.function, u.place, u.border_post
    from jsonb_to_recordset(p_units)
        as u(id text, parent text, function text, place text, border_post boolean);
end $$;

create function clerk_record(p_id text, p_file text, p_content text, p_now timestamptz)
returns void
language sql security definer set search_path = exeat, pg_temp as $$
    insert into imported_record (id, file_name, content, imported)
    values (p_id, p_file, p_content, p_now) on conflict (id) do nothing
$$;

create function clerk_account(
    p_id text, p_login text, p_password text, p_name bytea, p_unit text, p_function text,
    p_directive text, p_scope text[], p_demo_password text)
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
    return true;
end $$;

-- When a directive's tree is loaded anew, whoever stands in it may look where it says.
create function clerk_scope(p_account text, p_scope text[]) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    delete from scope where account = p_account and authority <> all (p_scope);
    insert into scope (account, authority) select p_account, s from unnest(p_scope) s
    on conflict do nothing;
end $$;

create function clerk_accounts(p_directive text)
returns table (id text, login text, name bytea, unit text, demo_password text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.login, a.name, a.unit, a.demo_password from account a
    where p_directive is null or a.directive = p_directive order by a.id
$$;

create function clerk_due(p_today date, p_after text, p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t where t.due <= p_today and t.key > p_after
    order by t.key limit p_limit
$$;

-- The counters, for whoever runs the machine: they hold no person, and few are never shown.
create function clerk_cells()
returns table (authority text, measure text, began date, due date, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select c.authority, c.measure, c.began, nullif(c.due, 'infinity'), sum(c.n)::bigint
    from report_cell c group by 1, 2, 3, 4 having sum(c.n) <> 0
$$;

create function clerk_open_issues() returns table (holder text, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select i.holder, count(i.stream) from issue i where i.open group by i.holder
$$;

create function clerk_key_check(p_mark bytea) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into key_check (mark) values (p_mark) on conflict do nothing;
    return (select mark = p_mark from key_check);
end $$;

grant select on directive, directive_file, authority, imported_record to ${clerk};
grant execute on function clerk_directive(text, text, text, timestamptz, jsonb, jsonb),
    clerk_record(text, text, text, timestamptz),
    clerk_account(text, text, text, bytea, text, text, text, text[], text),
    clerk_scope(text, text[]), clerk_accounts(text), clerk_due(date, text, int),
    clerk_cells(), clerk_open_issues(),
    clerk_key_check(bytea) to ${clerk};
