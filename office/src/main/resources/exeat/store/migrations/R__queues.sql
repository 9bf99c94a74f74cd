-- Rows of a queue that may be in sight, after a place in its order. Whoever joins them to their
-- cases, as everybody must who wants more than a number, sees those in sight alone.
--
-- A page costs what its own rows cost, however long the queue is and however many units there are:
-- what several units have is merged in its order (one row of each is looked at, and of the first ones
-- as many as the page shows), and whether a row is in sight is asked by its case.
create or replace function reading_queue(
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
            and (w.due, w.since, w.number, w.traveller, w.task)
                > (p_due, p_since, p_number, p_traveller, p_task)
        order by w.due, w.since, w.number, w.traveller, w.task limit p_limit;
    elsif p_unit is not null then
        return query
        select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due from work_item w
        where w.queue = p_queue and w.unit = p_unit
            and (w.due, w.since, w.number, w.traveller, w.task)
                > (p_due, p_since, p_number, p_traveller, p_task)
        order by w.due, w.since, w.number, w.traveller, w.task limit p_limit;
    elsif v_whole then
        return query
        select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due from work_item w
        where w.queue = p_queue
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
        using p_queue, p_due, p_since, p_number, p_traveller, p_task, p_limit;
    end if;
end $$;
