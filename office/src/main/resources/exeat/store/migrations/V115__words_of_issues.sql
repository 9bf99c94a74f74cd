-- An issue of a traveller's goes with their file: its words, and whose it was. From the moment of the
-- erasure it is shown to nobody; an event of its own then says what is left, and the rest is removed.

alter table issue add column going boolean not null default false;
create index issue_going on issue (stream) where going;

-- Of files that were erased before this.
update issue i set going = true
where exists (select 1 from event e where e.stream = i.by_case and e.type = 'erased')
    and not exists (select 1 from traveller_key k
        where k.stream = i.by_case and k.traveller = i.by_traveller);

drop policy seen on issue;
create policy seen on issue for select to ${reader}
    using (not going and (
        by_case = (select reading_case()) and by_traveller = (select reading_traveller())
        or (select reading_officer())
            and exists (select 1 from exeat.case_authority ca where ca.stream = issue.stream)));
drop policy seen on stream;
create policy seen on stream for select to ${reader}
    using (id = (select reading_case())
        or kind = 'briefing' and (select reading_officer())
        or kind <> 'issue'
            and exists (select 1 from exeat.case_authority ca where ca.stream = id)
        or kind = 'issue' and exists (select 1 from exeat.issue i where i.stream = id));

insert into event_right (kind, type, writers) values ('issue', 'issue-erased', '{clock}');

create function clerk_issues_going(p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from issue i join stream t on t.id = i.stream
    where i.going order by t.id limit p_limit
$$;

-- A blind second decision that came out otherwise is an issue, under a key that follows from it: so
-- what a crash left out is found. The clock raises these and no others.

update event_right set writers = '{officer,clock}' where kind = 'issue' and type = 'issue-raised';

-- A UUID of a name, RFC 9562 version 3, without a namespace.
create function redecision_issue(p_sample text, p_ticket bytea) returns text
language sql immutable as $$
    select 'issue/' || overlay(overlay(x.h placing '3' from 13)
        placing to_hex(('x' || substr(x.h, 17, 1))::bit(4)::int & 3 | 8) from 17)::uuid
    from (select md5('redecision ' || p_sample || ' ' || encode(p_ticket, 'hex')) as h) x
$$;

create function clerk_disagreements(p_limit int)
returns table (sample text, ticket bytea, unit text, account text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select r.sample, r.ticket, r.unit, r.account
    from redecision r join event e on e.stream = r.stream and e.leaf = r.ticket
    where r.answer is not null
        and (e.type in ('refused', 'was-set-aside')) <> (r.answer = 'NOT')
        and not exists (
            select 1 from stream t where t.key = redecision_issue(r.sample, r.ticket))
    order by r.sequence limit p_limit
$$;

grant execute on function clerk_issues_going(int), clerk_disagreements(int) to ${clerk};
