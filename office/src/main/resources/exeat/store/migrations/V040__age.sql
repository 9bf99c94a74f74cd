-- What must not grow with the years. Counters that are a few days old are folded: into one for each
-- week, and into one for all weeks that no report shows apart any more. The folded ones stand in the
-- stripe -1, which no writer touches, so nobody waits for them; sums stay what they were at every
-- moment. What waits on a unit keeps its days, since its age is worked out when read.

create table report_fold (
    one         boolean primary key default true check (one),
    before      date not null          -- weeks before this Monday stand together
);

-- Called every minute or so, each time for a part; says how many counters it took away. Whoever
-- wants to write one of these meanwhile waits for this transaction, which is short; it waits for
-- nobody.
create function clerk_fold(p_today date, p_limit int) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_together constant date := '0001-01-01'; -- A Monday, as all that are folded.
    v_before date := date_trunc('week', p_today)::date - 7 * 15;
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
        returning c.authority, c.measure, c.began, c.due, c.n),
    folded as (
        insert into report_cell as c (authority, measure, began, due, stripe, n)
        select g.authority, g.measure,
            case when g.began < v_before then v_together
                else date_trunc('week', g.began)::date end, g.due, -1, sum(g.n)
        from gone g group by 1, 2, 3, 4 having sum(g.n) <> 0
        on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n)
    select count(1) into v_folded from gone;
    return v_empty + v_folded;
end $$;

create index issue_open on issue (holder) where open;

grant execute on function clerk_fold(date, int) to ${clerk};
