-- A secret that replaces another, or the first of somebody who is live without one, works only from a
-- time on, so that whoever has the old one can object. When that time has come it is the only one that
-- works; nothing has to happen for that.

create table secret_waiting (
    stream      bigint not null references stream (id),
    traveller   int not null,
    hash        bytea not null,           -- keyed
    works_from  timestamptz not null,
    primary key (stream, traveller)
);

insert into event_right (kind, type, writers) values
    ('case', 'secret-asked', '{officer}'),
    ('case', 'secret-stopped', '{party,officer}'),
    ('case', 'identified-in-person', '{officer}');
-- In person, before protection officers, who write with it whom they identified.
update event_right set writers = '{party,officer}'
where kind = 'case' and type in ('withdrawn', 'protection-claim-ended');
