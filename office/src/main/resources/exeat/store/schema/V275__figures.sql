-- Where cases went that a unit received, and half a year of weeks for a comparison with the period before.
comment on column report_cell.measure is
    'What is counted: RECEIVED, PASSED_ON, TAKEN_OVER, UNDER_WAY, APPROVE_ALWAYS, APPROVE_IN_GENERAL, REFER, '
    'FOR_PERSON, WAITING, REFERRED, HELD, REFUSED, SET_ASIDE, REVOKED, WITHDRAWN, AUTHORISED, DEPARTED, SUSPENDED, '
    'DELAY or JUMPED.';
comment on column report_cell.began is
    'The day on which it began, in the directive''s zone. Older ones are folded: into the Monday of their week, and'
    ' those of more than 28 weeks into 0001-01-01. WAITING is never folded.';

-- As in V205, but that 28 weeks stay apart.
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
        returning c.authority, c.measure, c.began, c.due, c.n, c.version),
    folded as (
        insert into report_cell as c (authority, measure, began, due, stripe, n, version)
        select g.authority, g.measure,
            case when g.began < v_before then v_together
                else date_trunc('week', g.began)::date end, g.due, -1, sum(g.n), g.version
        from gone g group by 1, 2, 3, 4, g.version having sum(g.n) <> 0
        on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n)
    select count(1) into v_folded from gone;
    return v_empty + v_folded;
end $$;
