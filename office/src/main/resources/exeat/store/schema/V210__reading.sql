-- Reading: a role that sees the rows of the session named in exeat.session, and no others. The session's own questions,
-- the policies that ask them, and the functions that read queues in their order.

create function reading_session() returns session
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.token, s.kind, s.account, s.stream, s.traveller, s.expires, s.acting, s.directive
    from session s
    where s.token = decode(nullif(current_setting('exeat.session', true), ''), 'hex')
        and s.expires > nullif(current_setting('exeat.now', true), '')::timestamptz
$$;

create function reading_officer() returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce((reading_session()).kind = 'officer', false)
$$;

create function reading_auditor() returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select case when (reading_session()).kind = 'auditor' then (reading_session()).account end
$$;

create function reading_case() returns bigint
language sql stable security definer set search_path = exeat, pg_temp as $$
    select (reading_session()).stream
$$;

create function reading_traveller() returns int
language sql stable security definer set search_path = exeat, pg_temp as $$
    select (reading_session()).traveller
$$;

create function reading_scope() returns text[]
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce(array_agg(sc.authority), '{}')
    from (select reading_session() as s offset 0) r
    join scope sc on sc.directive = (r.s).directive
        and sc.account = mandate_of(r.s, nullif(current_setting('exeat.now', true), '')::timestamptz)
$$;

-- The directive under which an officer or auditor acts: nothing is seen that is of another.
create function reading_directive() returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select (reading_session()).directive
$$;

-- For policies of tables that cannot ask the policy of stream, because it asks theirs.
create function stream_directive(p_stream bigint) returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.directive_id from stream t where t.id = p_stream
$$;

-- A stand-in sees whole what the other would see.
create function reading_unit() returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select m.unit
    from (select reading_session() as s offset 0) r
    join mandate m on m.directive = (r.s).directive
        and m.account = mandate_of(r.s, nullif(current_setting('exeat.now', true), '')::timestamptz)
$$;

-- How second decisions came out under the directive of the session, of all samples together: for officers' reports.
create function reading_again() returns table (answered bigint, differs bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select count(r.answer), count(r.answer) filter (
        where (e.type in ('refused', 'was-set-aside')) <> (r.answer = 'NOT'))
    from redecision r join event e on e.stream = r.stream and e.leaf = r.ticket
    where r.answer is not null and (reading_session()).kind in ('officer', 'auditor')
        and stream_directive(r.stream) = reading_directive()
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

-- Whether there are figures at all; not where nothing is counted until a rebuild is done.
create function figures_counted() returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.measures <> '{}' from projection p
$$;

alter table stream enable row level security;
create policy seen on stream for select to ${reader}
    using (id = (select reading_case())
        or directive_id = (select reading_directive()) and (
            kind = 'briefing' and (select reading_officer())
            or kind <> 'issue'
                and exists (select 1 from exeat.case_authority ca where ca.stream = id))
        or kind = 'issue' and exists (select 1 from exeat.issue i where i.stream = id));
alter table case_authority enable row level security;
create policy seen on case_authority for select to ${reader}
    using (authority = any ((select reading_scope())::text[]) or stream = (select reading_case()));
alter table stream_key enable row level security;
create policy seen on stream_key for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
-- Not while somebody seeks protection: then no unit of the office has the key. An auditor's session reads on
-- what was said before the claim, as if there were none; what is told of it is decided where it is shown
-- (exeat.desk.inspect.AuditedPast). An erased traveller has no key.
alter table traveller_key enable row level security;
create policy seen on traveller_key for select to ${reader}
    using ((select reading_unit()) = any (units)
        or stream = (select reading_case()) and (select reading_traveller()) = any (parties)
        or (select reading_auditor()) is not null
            and exists (select 1 from exeat.stream t where t.id = stream));
alter table event enable row level security;
create policy seen on event for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));

alter table work_item enable row level security;
create policy seen on work_item for select to ${reader}
    using ((select reading_officer())
        and exists (select 1 from exeat.stream t where t.id = work_item.stream));
alter table paper enable row level security;
create policy seen on paper for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
alter table queue_jump enable row level security;
create policy seen on queue_jump for select to ${reader}
    using (unit = any ((select reading_scope())::text[])
        and exists (select 1 from exeat.stream t where t.id = stream));
alter table report_cell enable row level security;
create policy seen on report_cell for select to ${reader}
    using (directive = (select reading_directive()) and authority = any ((select reading_scope())::text[]));
alter table issue enable row level security;
create policy seen on issue for select to ${reader}
    using (not going and (
        by_case = (select reading_case()) and by_traveller = (select reading_traveller())
        or (select reading_officer()) and stream_directive(stream) = (select reading_directive())
            and exists (select 1 from exeat.case_authority ca where ca.stream = issue.stream)));
alter table alarm enable row level security;
create policy seen on alarm for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
-- Read by functions alone.
alter table search_person enable row level security;

alter table ledger_span enable row level security;
create policy seen on ledger_span for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));

-- To the person alone, and to whoever sees them whole as a guardian: no officer sees who looked.
alter table look enable row level security;
create policy seen on look for select to ${reader}
    using (stream = (select reading_case()) and ((select reading_traveller()) = any (travellers)
        or exists (select 1 from exeat.traveller_key k
            where k.stream = look.stream and k.traveller = any (look.travellers)
                and (select reading_traveller()) = any (k.parties))));
alter table audit_reveal enable row level security;
create policy seen on audit_reveal for select to ${reader}
    using (stream = (select reading_case()) or account = (select reading_auditor()));
alter table sample enable row level security;
create policy seen on sample for select to ${reader}
    using (account = (select reading_auditor()) and directive = (select reading_directive()));
alter table sample_ticket enable row level security;
create policy seen on sample_ticket for select to ${reader}
    using (exists (select 1 from exeat.sample s where s.id = sample));
alter table sample_draw enable row level security;
create policy seen on sample_draw for select to ${reader}
    using (exists (select 1 from exeat.sample s where s.id = sample));
alter table redecision enable row level security;
create policy seen on redecision for select to ${reader}
    using (exists (select 1 from exeat.sample s where s.id = sample)
        or (select reading_officer()) and unit = (select reading_unit())
            and stream_directive(stream) = (select reading_directive())
            and not protection_sought(stream));

-- Rows of a queue that may be in sight, after a place in its order. Whoever joins them to their
-- cases, as everybody must who wants more than a number, sees those in sight alone.
--
-- A page costs what its own rows cost, however long the queue is and however many units there are:
-- what several units have is merged in its order (one row of each is looked at, and of the first ones
-- as many as the page shows), and whether a row is in sight is asked by its case.
create function reading_queue(
    p_queue text, p_unit text, p_due date, p_since timestamptz, p_number text, p_traveller int,
    p_task text, p_limit int)
returns table (stream bigint, traveller int, task text, unit text, number text,
    since timestamptz, due date)
language plpgsql stable security definer rows 30 set search_path = exeat, pg_temp
-- One plan for all places in a queue: a planner that knows the place takes what comes after it for few
-- rows, where millions are due on the same day, which is never; and any index for as good as another.
-- Each index has the whole order, so a plan that sorts is wrong, however little is thought to be left.
set plan_cache_mode = force_generic_plan
set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_scope text[] := reading_scope();
    v_own text := reading_unit();
    v_directive text := reading_directive();
    -- Where nearly all of a queue is in sight it is read as it stands; anybody else would have to
    -- pass by all that a neighbour is late with.
    v_whole boolean := exists (select 1 from authority a where a.id = v_own and a.parent is null)
        or p_queue = 'BORDER' and exists (
            select 1 from authority a where a.border_post and a.id = any (v_scope));
    v_parts text;
begin
    if v_own is null then
        return;
    elsif p_queue is null then
        return query
        select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due from work_item w
        where w.unit = p_unit and w.task not in ('confirm', 'cross') and w.queue <> 'WAITING'
            and (select t.directive_id from stream t where t.id = w.stream) = v_directive
            and (w.due, w.since, w.number, w.traveller, w.task)
                > (p_due, p_since, p_number, p_traveller, p_task)
        order by w.due, w.since, w.number, w.traveller, w.task limit p_limit;
    elsif p_unit is not null then
        return query
        select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due from work_item w
        where w.queue = p_queue and w.unit = p_unit
            and (select t.directive_id from stream t where t.id = w.stream) = v_directive
            and (w.due, w.since, w.number, w.traveller, w.task)
                > (p_due, p_since, p_number, p_traveller, p_task)
        order by w.due, w.since, w.number, w.traveller, w.task limit p_limit;
    elsif v_whole then
        return query
        select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due from work_item w
        where w.queue = p_queue
            and (select t.directive_id from stream t where t.id = w.stream) = v_directive
            and (w.due, w.since, w.number, w.traveller, w.task)
                > (p_due, p_since, p_number, p_traveller, p_task)
            -- By the case, which few units have, and not by each unit of a scope in turn; with a
            -- limit it is asked row by row, in the order of the queue, and never of all.
            and (select true from (
                    select ca.authority from case_authority ca where ca.stream = w.stream offset 0) x
                where x.authority = any (v_scope) limit 1)
        order by w.due, w.since, w.number, w.traveller, w.task limit p_limit;
    else
        -- A part for each unit and index that has anything, so that each is read in its order. What
        -- is selected of nothing is not known to the planner.
        select string_agg(format(
                '(select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due'
                || ' from work_item w where w.queue = $1 and %s and (w.due, w.since, w.number,'
                || ' w.traveller, w.task) > ((select $2), (select $3), (select $4), (select $5),'
                || ' (select $6))'
                || ' and (select t.directive_id from stream t where t.id = w.stream) = (select $8)'
                || ' order by w.due, w.since, w.number, w.traveller, w.task limit $7)', p.part),
            ' union all ')
        into v_parts
        from (
            select format('w.unit = %L', s.unit) as part from unnest(v_scope) s(unit)
            where exists (select 1 from work_item w where w.queue = p_queue and w.unit = s.unit
                    and (w.due, w.since, w.number, w.traveller, w.task)
                        > (p_due, p_since, p_number, p_traveller, p_task) offset 0)
            union all
            select format('w.holder = %L and w.holder <> w.unit', s.unit) from unnest(v_scope) s(unit)
            where exists (select 1 from work_item w where w.queue = p_queue and w.holder = s.unit
                    and w.holder <> w.unit
                    and (w.due, w.since, w.number, w.traveller, w.task)
                        > (p_due, p_since, p_number, p_traveller, p_task) offset 0)) p;
        if v_parts is null then
            return;
        end if;
        -- A row is there twice whose unit and holder both are in sight.
        return query execute format(
            'select distinct on (x.due, x.since, x.number, x.traveller, x.task)'
            || ' x.stream, x.traveller, x.task, x.unit, x.number, x.since, x.due from (%s) x'
            || ' order by x.due, x.since, x.number, x.traveller, x.task limit $7', v_parts)
        using p_queue, p_due, p_since, p_number, p_traveller, p_task, p_limit, v_directive;
    end if;
end $$;

create function reading_before(
    p_token bytea, p_now timestamptz, p_queue text, p_key text, p_traveller int, p_task text,
    p_all boolean)
returns table (key text, version bigint, traveller int, task text)
language plpgsql stable security definer set search_path = exeat, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_sort = off
set enable_bitmapscan = off as $$
#variable_conflict use_column
declare
    v_own text;
    v_directive text;
    it record;
begin
    select m.unit, m.directive into v_own, v_directive
    from session s
    join mandate m on m.directive = s.directive
        and m.account = case when s.acting is null then s.account else mandate_of(s, p_now) end
    where s.token = p_token and s.expires > p_now and s.kind = 'officer';
    if not found then
        return;
    end if;
    select w.due, w.since, w.number into it
    from stream t join work_item w on w.stream = t.id
    where t.key = p_key and w.traveller = p_traveller and w.queue = p_queue and w.task = p_task
        and w.unit = v_own;
    if not found then
        return;
    elsif p_all then
        return query
        select t.key, t.version, b.traveller, b.task
        from (select w.stream, w.due, w.since, w.number, w.traveller, w.task from work_item w
            where w.queue = p_queue and w.unit = v_own
                and (select x.directive_id from stream x where x.id = w.stream) = v_directive
                and (w.due, w.since, w.number, w.traveller, w.task)
                    < (it.due, it.since, it.number, p_traveller, p_task)
            order by w.due, w.since, w.number, w.traveller, w.task limit 100) b
        join stream t on t.id = b.stream
        order by b.due, b.since, b.number, b.traveller, b.task;
    else
        return query
        select t.key, t.version, b.traveller, b.task
        from (select w.stream, w.due, w.since, w.number, w.traveller, w.task from work_item w
            where w.queue = p_queue and w.unit = v_own
                and (select x.directive_id from stream x where x.id = w.stream) = v_directive
                and (w.due, w.since, w.number, w.traveller, w.task)
                    < (it.due, it.since, it.number, p_traveller, p_task)
            order by w.due, w.since, w.number, w.traveller, w.task limit 4) b
        join stream t on t.id = b.stream
        order by b.due, b.since, b.number, b.traveller, b.task;
    end if;
end $$;

create function search_sight(p_stream bigint, p_scope text[]) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select exists (select 1 from case_authority ca
            where ca.stream = p_stream and ca.authority = any (p_scope))
        or exists (select 1 from search_person s
            where s.stream = p_stream and s.units && p_scope)
$$;

-- The cases that an officer's search meets: by the application's number, by a paper's, or travellers who have all the
-- tokens of one of the lists (one list for each master key). Each row must be within the officer's jurisdiction now, or
-- have been when somebody claimed protection. What of it is told the program decides, by the same rules as for a case
-- that is opened. Of travellers' own keys it gives none, so that what it says does not change with a claim.
create function reading_search(p_number text, p_paper text, p_tokens jsonb, p_limit int)
returns table (key text, version bigint, directive_id text, directive_version text, directive_hash text,
    state bytea, wrapped bytea, traveller int)
language plpgsql stable security definer rows 10 set search_path = exeat, pg_temp
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    v_scope text[] := reading_scope();
    v_directive text := reading_directive();
    v_list bigint[];
    v_found bigint[] := '{}';
begin
    if not reading_officer() or exists (
            select 1 from account a where a.id = (reading_session()).account and a.lawyer) then
        return;
    end if;
    if p_tokens is null then
        v_found := array(
            select t.id from stream t where t.number = p_number and t.kind = 'case'
            union select p.stream from paper p where p.number = p_paper);
        return query
        select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash, t.state,
            k.wrapped, null::int
        from stream t join stream_key k on k.stream = t.id
        where t.id = any (v_found) and t.directive_id = v_directive and search_sight(t.id, v_scope);
        return;
    end if;
    for v_list in
        select array(select x::bigint from jsonb_array_elements_text(l) x)
        from jsonb_array_elements(p_tokens) l where jsonb_array_length(l) > 0
    loop
        return query
        select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash, t.state,
            k.wrapped, s.traveller
        from search_person s
        join stream t on t.id = s.stream
        join stream_key k on k.stream = t.id
        where s.tokens <> '{}' and s.tokens @> v_list and t.directive_id = v_directive
            and search_sight(t.id, v_scope)
        limit p_limit;
    end loop;
end $$;
