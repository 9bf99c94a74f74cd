-- Streams: what happened. Events are the truth; a stream's state is their fold, sealed.
--
-- What append_round alone writes, under the number of a stream, or of an event, that the same statement has just
-- written, is not looked up again for each row: that took a fifth of a batch, and a line in the log for each row that
-- was looked up. So there is no foreign key there, and the comments say so. No function deletes a stream or an event,
-- and the audit names rows that are of none.

create table stream (
    id                bigint generated always as identity primary key,
    key               text not null unique,
    kind              text not null check (kind in ('case', 'briefing', 'issue', 'register', 'alarm', 'report')),
    directive_id      text not null,
    directive_version text not null,
    directive_hash    text not null,
    number            text unique,
    projection        int not null default 1,
    holder            text,
    version           bigint not null,
    due               date,
    state             bytea not null
) with (fillfactor = 70);
comment on table stream is
    '[streams] One row for each application, briefing, issue, alarm and report, and for each register of the '
    'office. Read by people under row-level policies: the traveller, and officers whose scope meets one of the '
    'case''s units.';
comment on column stream.id is 'The number by which other tables name it.';
comment on column stream.key is
    'Its name: KIND/..., such as case/UUID, briefing/DIRECTIVE, report/DIRECTIVE/UNIT, register/mandates.';
comment on column stream.kind is 'What it is about; the first part of its key.';
comment on column stream.version is 'How many events it has: the sequence of the last one.';
comment on column stream.directive_id is 'The directive that it is under, as directive.id; empty for a register.';
comment on column stream.directive_version is 'The version''s name; empty for a register.';
comment on column stream.directive_hash is
    'The version that decides it, as directive.hash; empty for a register. No foreign key: the audit names a stream'
    ' without its directive.';
comment on column stream.holder is 'The unit that handles it, as authority.id; null for what no unit handles.';
comment on column stream.number is
    'Of a case: the application''s number, random, that its travellers use to sign in.';
comment on column stream.due is 'The first day on which the clock must look at it; null where time changes nothing.';
comment on column stream.state is
    'What its events add up to, encrypted under the stream''s key; empty for a register.';

comment on column stream.projection is
    'In which version of the counters it is counted, as projection.version or projection.next.';

-- What is sealed does not compress: nobody tries.
alter table stream alter column state set storage external;
-- No index has a column that a command changes, and each page keeps room: so a new version of a row lies beside the old
-- one, no index is written, and the log has only what differs, for which these columns stand last.
create index stream_directive on stream (directive_id, key) where kind = 'case';
create index stream_report on stream (directive_id, key) where kind = 'report';

create table stream_due (
    day    date not null,
    stream bigint not null,
    primary key (day, stream)
);
comment on table stream_due is
    '[streams] The streams at which the clock must look, by day: a row for each stream that has such a day. Read by a '
    'function of the clerk.';
comment on column stream_due.day is 'The day, as stream.due.';
comment on column stream_due.stream is
    'The stream, as stream.id. No foreign key: written with its stream, and held by the audit.';

create table stream_key (
    stream  bigint primary key,
    wrapped bytea not null
);
comment on table stream_key is
    '[streams] The key of each stream. Read by people who see the stream. When everybody in a case has been erased,'
    ' another key takes its place, and the old one is nowhere any more.';
comment on column stream_key.stream is
    'The stream, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column stream_key.wrapped is 'The stream''s own key, encrypted under a master key.';

create table traveller_key (
    stream    bigint not null,
    traveller int not null,
    wrapped   bytea not null,
    units     text[] not null,
    parties   int[] not null,
    primary key (stream, traveller)
);
comment on table traveller_key is
    '[streams] A key for each traveller of a case, for what only some who see the case may see of them. Read by '
    'those who see the traveller whole.';
comment on column traveller_key.stream is
    'The case, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column traveller_key.traveller is 'The traveller''s number in the case, from 1.';
comment on column traveller_key.wrapped is
    'The traveller''s own key, encrypted under a master key; it goes when they are erased.';
comment on column traveller_key.units is
    'The units whose officers see the traveller whole; none while somebody seeks protection.';
comment on column traveller_key.parties is 'The travellers of the case who do: themselves, and their guardians.';

create table case_authority (
    stream    bigint not null,
    authority text not null,
    primary key (stream, authority)
);
comment on table case_authority is
    '[streams] Which units may see a stream. Row-level policies compare it with a reader''s scope, stream by stream: '
    'nothing asks for all streams of a unit.';
comment on column case_authority.stream is
    'The stream, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column case_authority.authority is
    'A unit, as authority.id; * for every border post of the case''s directive, while a paper is out.';

create table event (
    stream       bigint not null,
    sequence     bigint not null,
    at           timestamptz not null,
    chain        int,
    chains       int,
    type         text not null,
    actor        text not null,
    authority    text,
    payload_hash bytea not null,
    leaf         bytea not null,
    blind        bytea,
    salt         bytea,
    sealed       bytea,
    primary key (stream, sequence),
    constraint event_payload_whole check ((salt is null) = (sealed is null))
);
comment on table event is
    '[streams] Everything that happened, one row for each step, with what was said in it. Never deleted, and never '
    'changed but that what was said goes where a later event of its stream says that it was erased. Read by people who '
    'see the stream.';
comment on column event.stream is
    'The stream, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column event.sequence is 'The step''s number in its stream, from 1, without gaps.';
comment on column event.type is 'What happened, such as applied, found or authorised; event_right lists every type.';
comment on column event.at is 'When. Within a stream time does not go back.';
comment on column event.actor is
    'Who: officer/ID, party/N (traveller N of the case), stranger, clock or clerk. A name is nowhere in it.';
comment on column event.authority is
    'The unit in whose mandate an officer acted, as authority.id; null for everybody else.';
comment on column event.payload_hash is 'SHA-256 of salt and payload; it stays when they are erased.';
comment on column event.leaf is 'SHA-256 of the step: its entry in the public log.';
comment on column event.blind is
    '16 random bytes that hide the step''s number, and its predecessors, in the entry of a case; null where the entry '
    'contains them plainly.';
comment on column event.chain is
    'Of a case: in whose chain of steps it stands, as the traveller''s number; -1 for what only the office is told; '
    'null for what is of the whole case and stands in the chain of everybody.';
comment on column event.chains is
    'Of what is of a whole case: how many travellers there are, in whose chains it stands, besides that of whoever '
    'filed and stays, which is 0.';
comment on column event.salt is
    'Random; it keeps anybody from trying what payload_hash is of. Null where the payload was erased.';
comment on column event.sealed is
    'The event as JSON: encrypted under the stream''s key, and within it what is a traveller''s own under theirs. '
    'In plain in the streams of a register. Null where it was erased.';

create index event_erased on event (stream, sequence) where type = 'erased';

-- What is sealed does not compress, and a long one is not carried along where only leaves are read.
alter table event alter column sealed set storage external;

create trigger event_stays before delete or truncate on event
    for each statement execute function stays();

-- When what was said may go: after an event of its stream that says so. Of an issue, only where the
-- file of whoever raised it was erased. Nothing else of an event ever changes.
create function goes_with_an_erasure() returns trigger language plpgsql as $$
begin
    if new.salt is not null or new.sealed is not null
        or (new.stream, new.sequence, new.type, new.at, new.actor, new.authority, new.payload_hash, new.leaf,
                new.blind, new.chain, new.chains)
            is distinct from (old.stream, old.sequence, old.type, old.at, old.actor, old.authority,
                old.payload_hash, old.leaf, old.blind, old.chain, old.chains)
        or not exists (select 1 from exeat.event e where e.stream = old.stream
            and e.type = 'erased' and e.sequence > old.sequence)
        and not exists (select 1 from exeat.event e
            join exeat.issue i on i.stream = e.stream and i.going
            where e.stream = old.stream and e.type = 'issue-erased'
                and e.sequence > old.sequence) then
        raise exception 'what happened is never changed: % of %', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger event_payload_goes before update on event
    for each row execute function goes_with_an_erasure();

create table request (
    id           uuid primary key,
    command_hash bytea not null,
    party        text,
    stream       bigint not null,
    first        bigint not null,
    last         bigint not null
);
comment on table request is
    '[streams] Which command did which steps, so that a command sent twice acts once and is answered the same. Read'
    ' by the two batch functions alone.';
comment on column request.id is
    'The beginning of a SHA-256 over who sent it and the key that they gave it. Neither is kept: who it was follows from'
    ' the events.';
comment on column request.party is
    'Of the command by which a traveller raised an issue: whose it is, as party/STREAM/N. Null for all others.';
comment on column request.command_hash is
    'A hash of the command; the same key with another one is refused. The row goes when what it says is erased.';
comment on column request.stream is 'The stream that it changed, as stream.id. No foreign key: held by the audit.';
comment on column request.first is 'Its first event, as event.sequence.';
comment on column request.last is
    'Its last event, as event.sequence. The answer follows from the events: its entry is that of this one, and the steps'
    ' are promised to be in the public log a minute after they happened.';

-- By what a command is found again: half of a hash, since a text of who and of their key is five times as long and stands
-- in the table and in its index. Whoever made two keys of their own with one of these would only be told again what the
-- first one did. So written that the planner takes it apart: convert_to is not immutable.
create function request_id(p_principal text, p_key text) returns uuid language sql immutable as $$
    select encode(substring(
        sha256(replace(p_principal || ' ' || p_key, '\', '\\')::bytea) from 1 for 16), 'hex')::uuid
$$;

create table event_right (
    kind    text not null,
    type    text not null,
    writers text[] not null,
    primary key (kind, type)
);
comment on table event_right is
    '[streams] Who may write which event, as the last guard behind the rules of casework. Nobody may write one that'
    ' is not here. Read by the batch function alone.';
comment on column event_right.kind is 'The kind of stream, as stream.kind.';
comment on column event_right.type is 'The event, as event.type.';
comment on column event_right.writers is
    'The kinds of session that may write it. What follows from an act (a finding after a confirmation) counts as '
    'its actor''s.';

insert into event_right (kind, type, writers) values
    ('case', 'applied', '{stranger,party,officer}'),
    ('case', 'secret-issued', '{stranger,party,officer}'),
    ('case', 'confirmed', '{party,officer}'),
    ('case', 'safeguard-met', '{party,officer}'),
    ('case', 'found', '{party,officer,clock}'),
    ('case', 'sent-up', '{stranger,party,officer,clock}'),
    ('case', 'asked', '{officer}'),
    ('case', 'answered', '{party}'),
    ('case', 'clearance-opened', '{party,officer,clock}'),
    ('case', 'clearance-done', '{officer}'),
    ('case', 'clearance-escalated', '{clock}'),
    ('case', 'referred-approved', '{officer}'),
    ('case', 'proposed', '{officer}'),
    ('case', 'seconded', '{officer}'),
    ('case', 'served', '{party,officer}'),
    ('case', 'service-disputed', '{party}'),
    ('case', 'declined', '{officer}'),
    ('case', 'refused', '{officer}'),
    ('case', 'was-set-aside', '{officer}'),
    ('case', 'hold-placed', '{officer}'),
    ('case', 'hold-escalated', '{clock}'),
    ('case', 'hold-extended', '{officer}'),
    ('case', 'hold-released', '{party,officer,clock}'),
    ('case', 'fact-corrected', '{officer}'),
    ('case', 'authorised', '{officer}'),
    ('case', 'revoked', '{officer}'),
    ('case', 'part-recorded', '{officer}'),
    ('case', 'departed', '{officer}'),
    ('case', 'returned', '{officer}'),
    ('case', 'stopped-at-border', '{officer}'),
    ('case', 'stop-lifted', '{officer}'),
    ('case', 'paper-ended', '{officer,clock}'),
    ('case', 'closed', '{party,officer,clock}'),
    ('case', 'withdrawn', '{party,officer}'),
    ('case', 'protection-claimed', '{stranger,party,officer}'),
    ('case', 'protection-claim-ended', '{party,officer}'),
    ('case', 'appealed', '{party}'),
    ('case', 'appeal-decided', '{officer}'),
    ('case', 'appeal-escalated', '{clock}'),
    ('case', 'responded', '{party}'),
    ('case', 'confirmed-of-age', '{party}'),
    ('case', 'stop-escalated', '{clock}'),
    ('case', 'hold-sent-to-review', '{clock}'),
    ('case', 'moved', '{clock}'),
    ('case', 'erased', '{officer,party,clock}'),
    ('case', 'erasure-proposed', '{officer}'),
    ('case', 'file-kept', '{officer}'),
    ('case', 'file-freed', '{officer}'),
    ('case', 'warned', '{clock}'),
    ('case', 'handed-over', '{officer,clock}'),
    ('case', 'jumped', '{officer}'),
    ('case', 'recused', '{party,officer}'),
    ('case', 'recusal-lifted', '{officer}'),
    ('case', 'secret-asked', '{officer}'),
    ('case', 'secret-stopped', '{party,officer}'),
    ('case', 'identified-in-person', '{officer}'),
    ('case', 'protection-heard-once', '{officer}'),
    ('case', 'protection-heard', '{officer}'),
    ('case', 'protection-lapsed', '{clock}'),
    ('case', 'protection-escalated', '{clock}'),
    ('case', 'protection-admitted', '{party}'),
    ('case', 'unproved-act', '{party}'),
    ('case', 'in-person-asked', '{officer}'),
    ('case', 'in-person-stopped', '{party,officer,clock}'),
    -- What two officers did in somebody's name in person is undone by that person, or by two other officers.
    ('case', 'withdrawal-undone', '{party,officer}'),
    ('case', 'protection-claim-restored', '{party,officer}'),
    ('briefing', 'handed-down', '{officer}'),
    ('briefing', 'officer-acknowledged', '{officer}'),
    ('briefing', 'unit-acknowledged', '{officer}'),
    ('briefing', 'rules-signed', '{officer}'),
    ('briefing', 'version-in-force', '{officer}'),
    ('briefing', 'change-proposed', '{officer}'),
    ('briefing', 'change-made', '{officer}'),
    ('briefing', 'clarified', '{officer}'),
    ('briefing', 'clarification-acknowledged', '{officer}'),
    ('briefing', 'absent', '{officer}'),
    ('briefing', 'back', '{officer}'),
    ('briefing', 'delegated', '{officer}'),
    ('briefing', 'delegation-ended', '{officer}'),
    ('issue', 'issue-raised', '{officer,clock}'),
    ('issue', 'issue-passed-up', '{officer}'),
    ('issue', 'issue-answered', '{officer}'),
    ('issue', 'issue-raised-by-traveller', '{party}'),
    ('issue', 'issue-rose', '{clock}'),
    ('issue', 'issue-erased', '{clock}'),
    ('alarm', 'alarm-raised', '{clock}'),
    ('alarm', 'alarm-rose', '{clock}'),
    ('alarm', 'alarm-answered', '{officer}'),
    ('report', 'report-due', '{clock,officer}'),
    ('report', 'report-asked', '{officer}'),
    ('report', 'report-reminded', '{clock}'),
    ('report', 'report-missed', '{clock}'),
    ('report', 'report-sent', '{officer}'),
    ('report', 'words-added', '{officer}');

-- The number of a step tells whoever may see only some steps how many there were in between, and so that somebody else
-- claimed protection. So a leaf of a case contains the number under a blind, which no receipt shows.
create function blinded(p_sequence bigint, p_blind bytea) returns text
language sql immutable as $$
    select case when p_blind is null then p_sequence::text
        else encode(sha256(p_blind || convert_to(p_sequence::text, 'UTF8')), 'hex') end
$$;

-- RFC 9162: the hash of a leaf is SHA-256 over a zero byte and the entry.
create function leaf_of(
    p_stream text, p_place text, p_type text, p_at timestamptz, p_actor text,
    p_authority text, p_payload_hash bytea, p_before text)
returns bytea language sql stable as $$
    select sha256('\x00'::bytea || convert_to(concat_ws(E'\n',
        p_stream, p_place, p_type, (extract(epoch from p_at) * 1000000)::bigint, p_actor,
        coalesce(p_authority, ''), encode(p_payload_hash, 'hex'), p_before), 'UTF8'))
$$;

-- Each step names the one before it. In a case that is the one before in the chain of each traveller whom it concerns,
-- so that nobody's chain has a gap where something happened to somebody else; and under a key of each chain, so that
-- nobody can tell from a step that they see whether the one before is another that they see.
create function link_of(p_blind bytea, p_chain int, p_before bytea) returns text language sql immutable as $$
    select p_chain || ':' || encode(sha256(
        sha256(p_blind || convert_to('chain ' || p_chain, 'UTF8')) || p_before), 'hex')
$$;

-- What the entry of a step says of those before it.
create function before_of(e event) returns text language sql stable as $$
    select case when e.blind is null then coalesce((
            select encode(b.leaf, 'hex') from exeat.event b
            where b.stream = e.stream and b.sequence = e.sequence - 1), '')
        else coalesce((
            select string_agg(exeat.link_of(e.blind, c, coalesce((
                select b.leaf from exeat.event b
                where b.stream = e.stream and b.sequence < e.sequence
                    and (b.chain = c or c >= 0 and b.chains >= c)
                order by b.sequence desc limit 1), '')), ' ' order by c)
            from generate_series(coalesce(e.chain, 0), coalesce(e.chain, e.chains)) c), '') end
$$;

-- Registers: streams of the office's own, such as who may act and what was erased. Their payloads are in plain.
-- Each event and its row are one step.
create function register_leaf(
    p_key text, p_stream bigint, p_sequence bigint, p_type text, p_at timestamptz, p_hash bytea)
returns bytea language sql stable set search_path = exeat, pg_temp as $$
    select leaf_of(p_key, p_sequence::text, p_type, p_at, 'clerk', null, p_hash, coalesce((
        select encode(e.leaf, 'hex') from event e
        where e.stream = p_stream and e.sequence = p_sequence - 1), ''))
$$;

create function write_register_of(p_key text, p_type text, p_payload text, p_at timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_stream bigint;
    v_sequence bigint;
    v_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_hash bytea := sha256(v_salt || convert_to(p_payload, 'UTF8'));
    v_leaf bytea;
begin
    insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
    values (p_key, 'register', 0, '', '', '', '') on conflict (key) do nothing;
    update stream set version = version + 1 where key = p_key returning id, version
        into v_stream, v_sequence;
    v_leaf := register_leaf(p_key, v_stream, v_sequence, p_type, p_at, v_hash);
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf, salt, sealed)
    values (v_stream, v_sequence, p_type, p_at, 'clerk', null, v_hash, v_leaf, v_salt, convert_to(p_payload, 'UTF8'));
    insert into ledger_queue (stream, first, last, queued)
    values (v_stream, v_sequence, v_sequence, p_at);
end $$;

-- Of register/mandates: who may act and who may look.
create function write_register(p_type text, p_payload text) returns void
language sql set search_path = exeat, pg_temp as $$
    select write_register_of('register/mandates', p_type, p_payload, now())
$$;

-- What was erased is said a second time, without anything of a person, in a register of its own. Such an event can be
-- shown whole, with its place in the signed log: so a line outside the database that says that somebody was erased is
-- proved by it, and whoever only has the office's keys erases nobody.
create function log_erasure(p_stream bigint, p_travellers jsonb, p_ground text, p_now timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/erasures', 'erasure-told', jsonb_build_object(
        'case', t.key, 'sequence', e.sequence, 'travellers', p_travellers, 'ground', p_ground)::text, p_now)
    from stream t join event e on e.stream = t.id and e.type = 'erased'
    where t.id = p_stream and e.sequence = (
        select max(x.sequence) from event x where x.stream = p_stream and x.type = 'erased');
end $$;

-- Whether somebody in this case ever sought protection: then nothing of it is shown to others.
create function protection_sought(p_stream bigint) returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select exists (
        select 1 from event e where e.stream = p_stream and e.type = 'protection-claimed')
$$;

-- What the clock asks: which streams time has made due, and which cases rest.
create function clerk_due(p_today date, p_after text, p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream_due d join stream t on t.id = d.stream
    where d.day <= p_today and t.key > p_after
    order by t.key limit p_limit
$$;

create function clerk_cases(p_directive text, p_after text, p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t
    where t.kind = 'case' and t.directive_id = p_directive and t.key > p_after
    order by t.key limit p_limit
$$;

-- Which cases rest since before a day, and are whole: the clock asks whether they may be kept.
create function clerk_resting(
    p_directive text, p_before timestamptz, p_after text, p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t
    join event e on e.stream = t.id and e.sequence = t.version
    where t.kind = 'case' and t.directive_id = p_directive and t.key > p_after and t.due is null
        and e.at < p_before
        and (e.type <> 'erased' or exists (select 1 from traveller_key k where k.stream = t.id))
    order by t.key limit p_limit
$$;

-- What was erased, with what opens the event that says so: the list that is kept outside.
create function clerk_erased()
returns table (key text, sequence bigint, at timestamptz, sealed bytea, wrapped bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key, e.sequence, e.at, e.sealed, k.wrapped
    from event e join stream t on t.id = e.stream
    join stream_key k on k.stream = t.id
    where e.type = 'erased' and e.sealed is not null order by t.key, e.sequence
$$;
