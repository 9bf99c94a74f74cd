-- What happened. Events are the truth; a stream's state is their fold, sealed.

create table stream (
    id                bigint generated always as identity primary key,
    key               text not null unique,
    kind              text not null check (kind in ('case', 'briefing', 'issue')),
    version           bigint not null,
    directive_id      text not null,
    directive_version text not null,
    directive_hash    text not null,
    holder            text,
    number            text unique,        -- of an application: random
    due               date,               -- the first day on which the clock must look
    state             bytea not null      -- sealed under the stream's key
);
create index stream_due on stream (due) where due is not null;

create table stream_key (
    stream      bigint primary key references stream (id),
    wrapped     bytea not null            -- the stream's own key, sealed under the master key
);

create table case_authority (
    stream      bigint not null references stream (id),
    authority   text not null,
    primary key (stream, authority)
);
create index case_authority_authority on case_authority (authority, stream);

create table event (
    stream       bigint not null references stream (id),
    sequence     bigint not null,
    type         text not null,
    at           timestamptz not null,
    actor        text not null,
    authority    text,
    payload_hash bytea not null,          -- SHA-256 of salt and payload: stays when they are erased
    leaf         bytea not null,
    primary key (stream, sequence)
);

create table event_payload (
    stream      bigint not null,
    sequence    bigint not null,
    salt        bytea not null,
    sealed      bytea not null,
    primary key (stream, sequence),
    foreign key (stream, sequence) references event (stream, sequence)
);

create function stays() returns trigger language plpgsql as $$
begin
    raise exception 'what happened is never changed: % of %', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;

create trigger event_stays before update or delete or truncate on event
    for each statement execute function stays();
create trigger event_payload_stays before update or delete or truncate on event_payload
    for each statement execute function stays();

-- The sequencer takes rows away; it never asks for "an id greater than the last".
create table ledger_queue (
    id          bigint generated always as identity primary key,
    stream      bigint not null,
    sequence    bigint not null,
    leaf        bytea not null,
    queued      timestamptz not null
);

create table session (
    token       bytea primary key,        -- SHA-256 of the token
    kind        text not null check (kind in ('officer', 'party', 'stranger', 'clock')),
    account     text references account (id),
    stream      bigint references stream (id),
    traveller   int,
    expires     timestamptz not null,
    check ((kind = 'officer') = (account is not null)),
    check ((kind = 'party') = (stream is not null and traveller is not null))
);
create index session_expires on session (expires);

create table secret (
    stream      bigint not null references stream (id),
    traveller   int not null,
    hash        bytea not null,           -- keyed
    primary key (stream, traveller)
);

create table request (
    principal    text not null,
    key          text not null,
    command_hash bytea not null,
    stream       bigint not null references stream (id),
    first        bigint not null,
    last         bigint not null,
    leaf         bytea not null,
    in_log_by    timestamptz not null,
    primary key (principal, key)
);
