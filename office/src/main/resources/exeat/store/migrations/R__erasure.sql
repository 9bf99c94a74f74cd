-- When what was said may go: after an event of its stream that says so. Of an issue, only where the
-- file of whoever raised it was erased.

create or replace function goes_with_an_erasure() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from exeat.event e where e.stream = old.stream
            and e.type = 'erased' and e.sequence > old.sequence)
        and not exists (select 1 from exeat.event e
            join exeat.issue i on i.stream = e.stream and i.going
            where e.stream = old.stream and e.type = 'issue-erased'
                and e.sequence > old.sequence) then
        raise exception 'what happened is never changed: % of %', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return old;
end $$;
