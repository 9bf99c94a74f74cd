-- Accounts of officers, who may look where, and who is signed in.

create table account (
    id            text primary key,
    login         text not null unique,
    password      text not null,          -- bcrypt
    name          bytea not null,         -- sealed
    unit          text not null,
    function      text not null,
    directive     text not null,          -- the id of the directive in whose tree the unit stands
    demo_password text                    -- only demonstration accounts have it
);

create table scope (
    account     text not null references account (id),
    authority   text not null,
    primary key (account, authority)
);

create table attempt (
    subject     bytea not null,           -- keyed hash of a login or a number
    at          timestamptz not null
);
create index attempt_subject on attempt (subject, at);
