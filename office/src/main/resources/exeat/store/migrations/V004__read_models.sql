-- Rewritten with every command, in its transaction; nothing personal is in them.

create table work_item (
    stream      bigint not null references stream (id),
    traveller   int not null,
    queue       text not null,
    task        text not null,
    unit        text not null,
    number      text not null,
    since       timestamptz not null,
    due         date not null,            -- infinity where there is no day
    primary key (stream, traveller, queue, task, unit)
);
create index work_item_unit on work_item (unit, due, since, number);
create index work_item_queue on work_item (queue, due, since, number);

create table paper (
    number      text primary key,
    stream      bigint not null references stream (id)
);

create table report_cell (
    authority   text not null,
    measure     text not null,
    began       date not null,
    due         date not null,            -- infinity where there is no day
    stripe      int not null,
    n           bigint not null,
    primary key (authority, measure, began, due, stripe)
);

create table briefed_unit (
    directive   text not null,
    authority   text not null,
    primary key (directive, authority)
);

create table briefed_officer (
    directive   text not null,
    account     text not null,
    primary key (directive, account)
);

create table issue (
    stream      bigint primary key references stream (id),
    raised_by   text not null,
    holder      text not null,
    open        boolean not null
);
