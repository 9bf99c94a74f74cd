-- Issues of travellers too, and what the issuer says to issues, for everybody to read.

insert into event_right (kind, type, writers) values
    ('issue', 'issue-raised-by-traveller', '{party}'),
    ('issue', 'issue-rose', '{clock}'),
    ('briefing', 'clarified', '{officer}'),
    ('briefing', 'clarification-acknowledged', '{officer}');

-- Whose it is, where a traveller raised it: set by the database from their session, read by its
-- policies, shown to nobody. No event and no payload says it.
alter table issue add column by_case bigint references stream (id), add column by_traveller int;
revoke select on issue from ${reader};
grant select (stream, raised_by, holder, open) on issue to ${reader};
create index issue_case on issue (by_case, by_traveller) where by_case is not null;

drop policy seen on issue;
create policy seen on issue for select to ${reader}
    using (by_case = (select reading_case()) and by_traveller = (select reading_traveller())
        or (select reading_officer())
            and exists (select 1 from exeat.case_authority ca where ca.stream = issue.stream));
drop policy seen on stream;
create policy seen on stream for select to ${reader}
    using (id = (select reading_case())
        or kind = 'briefing' and (select reading_officer())
        or exists (select 1 from exeat.case_authority ca where ca.stream = id)
        or kind = 'issue' and exists (select 1 from exeat.issue i where i.stream = id));

-- Plain, for it is published: the issuer's own words, beside the rules that they change.
create table clarification (
    directive   text not null,
    number      int not null,
    stream      bigint not null references stream (id),
    version     text not null,            -- the hash of the version under which it was said
    paragraph   text not null,
    rules       text[] not null,
    words       text not null,
    at          timestamptz not null,
    primary key (directive, number)
);
create trigger clarification_stays before update or delete or truncate on clarification
    for each statement execute function stays();
grant select on clarification to ${clerk};
