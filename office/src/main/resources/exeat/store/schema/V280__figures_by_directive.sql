-- Figures by directive: what a case counts for counts under its directive, so that directives which share a unit have
-- figures of their own, and a session reads those of the directive under which it acts.

alter table report_cell add column directive text;

-- Rows from before do not say it. Where only one directive has cases they are its; else those of a unit that one alone
-- of these has in its trees. If a row is left that could be of several, no figure can be told from another: nothing is
-- counted any more until "exeat rebuild" has counted all cases again, no report is given or sent meanwhile, and the
-- audit says so. A rebuild under way begins again.
do $$
declare
    v_with_cases text[] := array(select distinct d.id from directive d
        where exists (select 1 from stream t where t.kind = 'case' and t.directive_id = d.id));
begin
    delete from report_cell where n = 0;
    if cardinality(v_with_cases) = 1 then
        update report_cell set directive = v_with_cases[1];
    else
        update report_cell c set directive = k.directive
        from (
            select u.id, min(d.id) as directive
            from authority u join directive d on d.hash = u.directive
            where d.id = any (v_with_cases) group by u.id having count(distinct d.id) = 1) k
        where k.id = c.authority;
    end if;
    if exists (select 1 from report_cell where directive is null) then
        delete from report_cell;
        update projection set measures = '{}', next = next + 1, after = 0;
    end if;
end $$;

alter table report_cell
    alter column directive set not null,
    drop constraint report_cell_pkey,
    add constraint report_cell_pkey primary key (directive, authority, measure, began, due, stripe, version);
comment on table report_cell is
    '[read models] The figures of reports by directive, counted as cases change. Sum n over stripes, and over days as '
    'needed; age and lateness are worked out from the days when read. Read by officers under a mandate of the '
    'directive whose scope has the unit.';
comment on column report_cell.directive is 'The directive of the case that counts, as directive.id.';

drop policy seen on report_cell;
create policy seen on report_cell for select to ${reader}
    using (directive = (select reading_directive()) and authority = any ((select reading_scope())::text[]));

-- As in V275, by directive.
create or replace function clerk_fold(p_today date, p_limit int) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_together constant date := '0001-01-01'; -- A Monday, as all that are folded.
    v_before date := date_trunc('week', p_today)::date - 7 * 28;
    v_empty int;
    v_folded int;
begin
    if not pg_try_advisory_xact_lock(7311429513001363810) then
        return 0;
    end if;
    insert into report_fold as f (before) values (v_before)
    on conflict (one) do update set before = greatest(f.before, excluded.before)
    returning f.before into v_before;
    delete from report_cell where ctid in (
        select c.ctid from report_cell c where c.n = 0 limit p_limit for update skip locked);
    get diagnostics v_empty = row_count;
    with taken as (
        select c.ctid as place from report_cell c
        where c.measure <> 'WAITING' and (c.stripe >= 0 and c.began < p_today - 2
            or c.stripe < 0 and c.began < v_before and c.began > v_together)
        limit p_limit for update skip locked),
    gone as (
        delete from report_cell c using taken t where c.ctid = t.place
        returning c.directive, c.authority, c.measure, c.began, c.due, c.n, c.version),
    folded as (
        insert into report_cell as c (directive, authority, measure, began, due, stripe, n, version)
        select g.directive, g.authority, g.measure,
            case when g.began < v_before then v_together
                else date_trunc('week', g.began)::date end, g.due, -1, sum(g.n), g.version
        from gone g group by 1, 2, 3, 4, 5, g.version having sum(g.n) <> 0
        on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n)
    select count(1) into v_folded from gone;
    return v_empty + v_folded;
end $$;

-- The counters of a directive, added up as the report needs them: by week, by band of age, by lateness. A person reads
-- them through the policy of report_cell; the clerk, for figures whose few are hidden, whole.
drop function clerk_sums(text[], date, date);
drop function report_sums(text[], date, date);
create function report_sums(p_directive text, p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable set search_path = exeat, pg_temp as $$
    select c.authority, c.measure, greatest(date_trunc('week', c.began)::date, p_before),
        case when c.measure <> 'WAITING' or p_day - c.began <= 7 then 0
            when p_day - c.began <= 30 then 8
            when p_day - c.began <= 90 then 31 else 91 end,
        c.measure = 'WAITING' and c.due < p_day, sum(c.n)::bigint
    from report_cell c where c.directive = p_directive and c.authority = any (p_units)
        and c.version = (select p.version from projection p)
    group by 1, 2, 3, 4, 5 having sum(c.n) <> 0
$$;

create function clerk_sums(p_directive text, p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.authority, s.measure, s.week, s.age, s.late, s.n
    from report_sums(p_directive, p_units, p_day, p_before) s
$$;

-- The mandates by which whoever reads may see this unit's figures, under whichever directive, with the unit of each.
-- Whoever stands in has none: they were given the work under one directive, and no figures of others.
create function reading_shared(p_unit text) returns table (directive text, unit text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select m.directive, m.unit
    from (select reading_session() as s offset 0) r
    join mandate m on m.account = (r.s).account
    join scope sc on sc.account = m.account and sc.directive = m.directive and sc.authority = p_unit
    where (r.s).kind = 'officer'
        and mandate_of(r.s, nullif(current_setting('exeat.now', true), '')::timestamptz) = (r.s).account
    order by m.place
$$;

-- What the policy would show of a directive's figures to a session that acted under its officer's own mandate of it: for
-- the sum of several directives, and for nothing else.
create function reading_shared_sums(p_directive text, p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.authority, s.measure, s.week, s.age, s.late, s.n
    from report_sums(p_directive, array(
        select sc.authority
        from (select reading_session() as s offset 0) r
        join scope sc on sc.account = (r.s).account and sc.directive = p_directive
            and sc.authority = any (p_units)
        where (r.s).kind = 'officer'
            and mandate_of(r.s, nullif(current_setting('exeat.now', true), '')::timestamptz)
                = (r.s).account), p_day, p_before) s
$$;

-- Whether there are figures at all; not after the change above, until a rebuild is done.
create function figures_counted() returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.measures <> '{}' from projection p
$$;

drop function clerk_open_issues();
create function clerk_open_issues(p_directive text) returns table (holder text, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select i.holder, count(i.stream) from issue i join stream t on t.id = i.stream
    where i.open and t.directive_id = p_directive group by i.holder
$$;

-- How second decisions came out under the directive of the session, of all samples together: for officers' reports.
create or replace function reading_again() returns table (answered bigint, differs bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select count(r.answer), count(r.answer) filter (
        where (e.type in ('refused', 'was-set-aside')) <> (r.answer = 'NOT'))
    from redecision r join event e on e.stream = r.stream and e.leaf = r.ticket
    where r.answer is not null and (reading_session()).kind in ('officer', 'auditor')
        and stream_directive(r.stream) = reading_directive()
$$;

grant execute on function
    figures_counted(),
    reading_shared(text),
    reading_shared_sums(text, text[], date, date),
    report_sums(text, text[], date, date)
    to ${reader};
grant execute on function
    clerk_open_issues(text),
    clerk_sums(text, text[], date, date),
    figures_counted()
    to ${clerk};

-- As in V209, by directive.
create or replace function append_batch(p jsonb, p_states bytea[] default '{}', p_sealed bytea[] default '{}')
returns table (ord int, verdict text, leaf bytea)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_now timestamptz := p ->> 'now';
    v_done int[] := '{}';
    v_others jsonb := p -> 'others';
    v_row record;
    v_streams bigint[] := '{}';
    v_next int;
    -- The rows of streams that are in the counters which are being counted anew.
    v_anew int[] := '{}';
    -- The directive of each row that was written, in their order.
    v_directives text[];
begin
    for v_round in 1 .. coalesce((p ->> 'rounds')::int, 0) loop
        for v_row in select a.ord, a.verdict, a.leaf, a.stream
            from append_round(p, v_round, v_now, p_states, p_sealed) a
        loop
            ord := v_row.ord;
            verdict := v_row.verdict;
            leaf := v_row.leaf;
            return next;
            if verdict = 'done' then
                v_done := v_done || ord;
                v_streams := v_streams || v_row.stream;
                if v_others ? ord::text then
                    perform write_others(v_others -> ord::text, v_row.stream, v_now);
                    if v_others -> ord::text -> 'erase' ->> 'ground' is not null then
                        perform log_erasure(v_row.stream, v_others -> ord::text -> 'erase'
                            -> 'travellers', v_others -> ord::text -> 'erase' ->> 'ground', v_now);
                    end if;
                end if;
            end if;
        end loop;
    end loop;
    if not p ? 'cells' then
        return;
    end if;
    -- Their rows are this transaction's until it ends, so no stream comes into a version meanwhile.
    v_next := (select x.next from projection x);
    if v_next is not null then
        v_anew := array(select w.ord from unnest(v_done, v_streams) as w(ord, stream)
            join stream t on t.id = w.stream and t.projection = v_next);
    end if;
    -- As the case itself has it, whatever a row says.
    v_directives := array(select t.directive_id from unnest(v_streams) with ordinality as w(stream, n)
        join stream t on t.id = w.stream order by w.n);
    -- In the order of the key, once, so that two writers never wait for each other in a ring.
    insert into report_cell as c (directive, authority, measure, began, due, stripe, n, version)
    select o.directive, x.authority, x.measure, x.began, coalesce(x.due, 'infinity'),
        (p ->> 'stripe')::int, sum(x.n), v.version
    from jsonb_to_recordset(p -> 'cells')
        as x(ord int, authority text, measure text, began date, due date, n bigint)
    cross join projection r
    cross join lateral (values (r.version, x.measure = any (r.measures)), (r.next, x.ord = any (v_anew)))
        as v(version, counts)
    cross join lateral (values (v_directives[array_position(v_done, x.ord)])) as o(directive)
    where x.ord = any (v_done) and v.counts
    group by o.directive, x.authority, x.measure, x.began, x.due, v.version having sum(x.n) <> 0
    order by o.directive, x.authority, x.measure, x.began, x.due, v.version
    on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n;
end $$;

-- As in V209, by directive; that of the stream itself is written again as well.
create or replace function rebuild_stream(p jsonb, p_state bytea) returns boolean
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_next int := (select x.next from projection x);
    v_stream bigint := p ->> 'stream';
    v_was date;
    v_key text;
begin
    if v_next is null then
        raise exception 'nothing is being counted anew' using errcode = 'object_not_in_prerequisite_state';
    end if;
    select t.due into v_was from stream t where t.id = v_stream for update;
    update stream t set state = p_state, holder = p ->> 'holder', number = p ->> 'number',
        due = (p ->> 'due')::date, directive_id = p ->> 'directive', projection = v_next
    where t.id = v_stream and t.version = (p ->> 'version')::bigint and t.projection <> v_next
    returning t.key into v_key;
    if v_key is null then
        return exists (select 1 from stream t where t.id = v_stream and t.projection = v_next);
    end if;
    delete from stream_due where day in (v_was, (p ->> 'due')::date) and stream = v_stream;
    insert into stream_due (day, stream) select (p ->> 'due')::date, v_stream where p ->> 'due' is not null;
    delete from case_authority where stream = v_stream;
    insert into case_authority (stream, authority)
    select v_stream, x from jsonb_array_elements_text(p -> 'authorities') x;
    if v_key like 'case/%' then
        perform rebuild_case(p, v_stream);
    end if;
    if v_key like 'briefing/%' then
        perform rebuild_briefing(p, v_stream, split_part(v_key, '/', 2));
    end if;
    if v_key like 'alarm/%' then
        perform write_alarms(p, v_stream);
    end if;
    if v_key like 'issue/%' then
        perform write_issues(p, v_stream);
    end if;
    insert into report_cell as c (directive, authority, measure, began, due, stripe, n, version)
    select p ->> 'directive', x.authority, x.measure, x.began, coalesce(x.due, 'infinity'), 0, sum(x.n), v_next
    from jsonb_to_recordset(p -> 'cells') as x(authority text, measure text, began date, due date, n bigint)
    group by 1, 2, 3, 4, 5 having sum(x.n) <> 0
    order by 1, 2, 3, 4, 5
    on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n;
    return true;
end $$;
