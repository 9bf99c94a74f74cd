-- The machine's own operator sees figures and no case: the command line reports with these.

create function clerk_cells()
returns table (authority text, measure text, began date, due date, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select c.authority, c.measure, c.began, nullif(c.due, 'infinity'), sum(c.n)::bigint
    from report_cell c
    group by c.authority, c.measure, c.began, c.due having sum(c.n) <> 0
$$;

create function clerk_open_issues() returns table (holder text, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select i.holder, count(*) from issue i where i.open group by i.holder
$$;

grant execute on function clerk_cells(), clerk_open_issues() to ${clerk};
