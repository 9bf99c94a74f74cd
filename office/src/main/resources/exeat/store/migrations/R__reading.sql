-- What a read asks before it opens anything.

-- What stands before a task in its queue, for the unit whose mandate the session has; nothing where
-- the task does not wait there. It tells which files these are and no more: whoever opens one sees
-- it where the policies say so. It is planned once, for queues of any length: so it goes by an index,
-- in the queue's order, up to a limit that is written down here. The session comes with the question,
-- and not before it.
drop function if exists reading_before(bytea, timestamptz, text, text, int, text, boolean);
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
    it record;
begin
    select a.unit into v_own
    from session s
    join account a
        on a.id = case when s.acting is null then s.account else mandate_of(s, p_now) end
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
                and (w.due, w.since, w.number, w.traveller, w.task)
                    < (it.due, it.since, it.number, p_traveller, p_task)
            order by w.due, w.since, w.number, w.traveller, w.task limit 4) b
        join stream t on t.id = b.stream
        order by b.due, b.since, b.number, b.traveller, b.task;
    end if;
end $$;

grant execute on function
    reading_before(bytea, timestamptz, text, text, int, text, boolean) to ${reader};
