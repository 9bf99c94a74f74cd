-- The counters, added up as the report needs them: by week, by band of age, by lateness. A person
-- reads them through the policy of report_cell; the clerk, for figures whose few are hidden, whole.

create function report_sums(p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable set search_path = exeat, pg_temp as $$
    select c.authority, c.measure, greatest(date_trunc('week', c.began)::date, p_before),
        case when c.measure <> 'WAITING' or p_day - c.began <= 7 then 0
            when p_day - c.began <= 30 then 8
            when p_day - c.began <= 90 then 31 else 91 end,
        c.measure = 'WAITING' and c.due < p_day, sum(c.n)::bigint
    from report_cell c where c.authority = any (p_units)
    group by 1, 2, 3, 4, 5 having sum(c.n) <> 0
$$;

create function clerk_sums(p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.authority, s.measure, s.week, s.age, s.late, s.n
    from report_sums(p_units, p_day, p_before) s
$$;

grant execute on function report_sums(text[], date, date) to ${reader};
grant execute on function clerk_sums(text[], date, date) to ${clerk};
