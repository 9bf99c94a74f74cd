-- A queue is read in its order, as far as a page goes, however long it is: by the unit that has
-- something to do, by the unit that has the file, or for the root at once. Which of them follows
-- from the reader's scope, in a checked function, so that no policy is asked for every row of a queue.

alter table work_item add column holder text;
update work_item w set holder = t.holder from stream t where t.id = w.stream;

drop index work_item_unit;
create index work_item_unit on work_item (unit, due, since, number)
    where task not in ('confirm', 'cross');
create index work_item_queue_unit on work_item (queue, unit, due, since, number);
create index work_item_queue_holder on work_item (queue, holder, due, since, number)
    where holder <> unit;

-- Rows of a queue that may be in sight, after a place in its order. Whoever joins them to their
-- cases, as everybody must who wants more than a number, sees those in sight alone.
create function reading_queue(
    p_queue text, p_unit text, p_due date, p_since timestamptz, p_number text, p_traveller int,
    p_task text, p_limit int)
returns table (stream bigint, traveller int, task text, unit text, number text,
    since timestamptz, due date)
language plpgsql stable security definer set search_path = exeat, pg_temp
-- A plan for any limit would be one for a limit of thousands.
set plan_cache_mode = force_custom_plan as $$
declare
    v_scope text[] := reading_scope();
    v_own text := reading_unit();
    -- Where nearly all of a queue is in sight it is read as it stands; anybody else would have to
    -- pass by all that a neighbour is late with.
    v_whole boolean := exists (select 1 from authority a where a.id = v_own and a.parent is null)
        or p_queue = 'BORDER' and exists (
            select 1 from authority a where a.border_post and a.id = any (v_scope));
begin
    if v_own is null then
        return;
    elsif p_queue is null then
        return query
        select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due from work_item w
        where w.unit = p_unit and w.task not in ('confirm', 'cross')
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
            -- With a limit it is asked row by row, in the order of the queue, and never of all.
            and (select true from case_authority ca
                where ca.stream = w.stream and ca.authority = any (v_scope) limit 1)
        order by w.due, w.since, w.number, w.traveller, w.task limit p_limit;
    else
        return query
        select x.stream, x.traveller, x.task, x.unit, x.number, x.since, x.due
        from (
            select o.* from unnest(v_scope) s(unit) cross join lateral (
                select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due
                from work_item w where w.queue = p_queue and w.unit = s.unit
                    and (w.due, w.since, w.number, w.traveller, w.task)
                        > (p_due, p_since, p_number, p_traveller, p_task)
                order by w.due, w.since, w.number, w.traveller, w.task limit p_limit) o
            union
            select h.* from unnest(v_scope) s(unit) cross join lateral (
                select w.stream, w.traveller, w.task, w.unit, w.number, w.since, w.due
                from work_item w where w.queue = p_queue and w.holder = s.unit
                    and w.holder <> w.unit
                    and (w.due, w.since, w.number, w.traveller, w.task)
                        > (p_due, p_since, p_number, p_traveller, p_task)
                order by w.due, w.since, w.number, w.traveller, w.task limit p_limit) h) x
        order by x.due, x.since, x.number, x.traveller, x.task limit p_limit;
    end if;
end $$;

grant execute on function reading_queue(
    text, text, date, timestamptz, text, int, text, int) to ${reader};
