-- Audit: who opened a file, and what auditors did. Auditors see every case of a directive, under other names, and
-- change nothing. What they do (asking to see who it is, committing to a sample, drawing it) and what comes of it
-- (decisions made again by others) is in the log, as events of the stream register/audits.

-- A batch of looks is one event of the stream register/looks, whose payload is the batch itself: so a look is in the
-- log like any other step.
create table look (
    sequence   bigint not null,
    n          int not null,
    stream     bigint not null references stream (id),
    account    text not null,
    unit       text not null,
    at         timestamptz not null,
    travellers int[] not null,
    guarded    int[] not null,
    primary key (sequence, n)
);
comment on table look is
    '[audit] Who opened a file, and what of it was shown. Read by the person and by whoever sees them whole as a '
    'guardian; no officer sees who looked.';
comment on column look.sequence is
    'The event of register/looks, as event.sequence. No foreign key: held by the audit.';
comment on column look.n is 'The row''s place in the event''s batch, from 1.';
comment on column look.stream is 'The case that was opened.';
comment on column look.account is 'Who opened it, as account.id. No foreign key: held to the event by the audit.';
comment on column look.unit is 'Their unit, as authority.id.';
comment on column look.at is 'When.';
comment on column look.travellers is 'The travellers of whom something was shown, if only that they are there.';
comment on column look.guarded is 'The travellers whose facts and finding were shown.';

create index look_stream on look (stream, at);
create trigger look_stays before update or delete or truncate on look
    for each statement execute function stays();

create table audit_reveal (
    sequence    bigint primary key,
    stream      bigint not null references stream (id),
    account     text not null references account (id),
    at          timestamptz not null,
    reason      bytea,
    reason_hash bytea not null
);
comment on table audit_reveal is
    '[audit] Which case an auditor asked to see by name, and why. Read by the auditor and by the person, who is '
    'told.';
comment on column audit_reveal.sequence is
    'The event of register/audits, as event.sequence. No foreign key: held by the audit.';
comment on column audit_reveal.stream is 'The case.';
comment on column audit_reveal.account is 'The auditor.';
comment on column audit_reveal.at is 'When.';
comment on column audit_reveal.reason is 'Why, encrypted; it goes when the file is erased.';
comment on column audit_reveal.reason_hash is 'SHA-256 of the reason as the event has it.';

create index audit_reveal_stream on audit_reveal (stream, account);

create table sample (
    id         text primary key,
    sequence   bigint not null unique,
    account    text not null references account (id),
    directive  text not null,
    since      timestamptz not null,
    until      timestamptz not null,
    size       int not null check (size > 0),
    commitment bytea not null,
    kept       bytea,
    eligible   int not null,
    tickets    bytea not null
);
comment on table sample is
    '[audit] A sample of decided cases. What can be drawn is fixed when its seed is committed to, before it can be '
    'drawn. Read by its auditor.';
comment on column sample.id is 'The sample.';
comment on column sample.sequence is
    'The event of register/audits, as event.sequence. No foreign key: held by the audit.';
comment on column sample.account is 'The auditor.';
comment on column sample.directive is 'The directive whose cases they are, as directive.id.';
comment on column sample.since is 'From when on the cases were decided.';
comment on column sample.until is 'Before when they were.';
comment on column sample.size is 'How many are to be drawn.';
comment on column sample.commitment is 'SHA-256 of the seed.';
comment on column sample.kept is
    'The seed, encrypted, where the auditor left it to the office; it changes only with the master key.';
comment on column sample.eligible is 'How many cases can be drawn.';
comment on column sample.tickets is 'SHA-256 over the tickets in their order.';

create table sample_ticket (
    sample text not null references sample (id),
    place  int not null,
    ticket bytea not null,
    primary key (sample, place)
);
comment on table sample_ticket is '[audit] The cases that can be drawn. Read by the sample''s auditor.';
comment on column sample_ticket.sample is 'The sample.';
comment on column sample_ticket.place is 'The order of the tickets, from 1.';
comment on column sample_ticket.ticket is
    'The case, as the entry (event.leaf) of its deciding step in the public log.';

create table sample_draw (
    sample     text primary key references sample (id),
    sequence   bigint not null unique,
    seed       bytea not null,
    checkpoint bigint not null references ledger_checkpoint (size),
    root       bytea not null
);
comment on table sample_draw is '[audit] The draw of a sample. Read by its auditor.';
comment on column sample_draw.sample is 'The sample.';
comment on column sample_draw.sequence is
    'The event of register/audits, as event.sequence. No foreign key: held by the audit.';
comment on column sample_draw.seed is 'The seed that was committed to.';
comment on column sample_draw.checkpoint is
    'The first checkpoint over the commitment, which nobody could know before.';
comment on column sample_draw.root is 'Its root hash, which is mixed into the draw.';

create table redecision (
    sample     text not null references sample (id),
    ticket     bytea not null,
    stream     bigint not null references stream (id),
    unit       text,
    question   bytea,
    sequence   bigint unique,
    account    text references account (id),
    answer     text check (answer in ('APPROVE', 'NOT')),
    words      bytea,
    words_hash bytea,
    answered   timestamptz,
    primary key (sample, ticket)
);
comment on table redecision is
    '[audit] A drawn case before a second officer, who decides from the facts alone. Read by the auditor, and by '
    'officers of the unit that is asked, who are not told which case it is.';
comment on column redecision.sample is 'The sample.';
comment on column redecision.ticket is 'The case, as in sample_ticket.';
comment on column redecision.stream is 'The case; readable by nobody, for the officer who is asked must not know.';
comment on column redecision.unit is 'The unit whose officers are asked, as authority.id; null until they are.';
comment on column redecision.question is 'The facts, encrypted; they go when the file is erased.';
comment on column redecision.sequence is
    'The event of register/audits of the answer. No foreign key: held by the audit.';
comment on column redecision.account is 'The officer who answered.';
comment on column redecision.answer is 'What they would have decided.';
comment on column redecision.words is 'Why, encrypted; it goes when the file is erased.';
comment on column redecision.words_hash is 'SHA-256 of the words as the event has it.';
comment on column redecision.answered is 'When.';

create index redecision_unit on redecision (unit) where answer is null;

create trigger audit_reveal_stays before delete or truncate on audit_reveal
    for each statement execute function stays();
create trigger sample_stays before delete or truncate on sample
    for each statement execute function stays();
-- Of a sample only the seal of its seed changes, with the master key.
create trigger sample_is_fixed before update on sample
    for each row when (to_jsonb(old) - 'kept' is distinct from to_jsonb(new) - 'kept')
    execute function stays();
create trigger sample_ticket_stays before update or delete or truncate on sample_ticket
    for each statement execute function stays();
create trigger sample_draw_stays before update or delete or truncate on sample_draw
    for each statement execute function stays();
create trigger redecision_stays before delete or truncate on redecision
    for each statement execute function stays();

-- A batch of looks as its event says it.
create function look_text(p_sequence bigint) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'case', t.key, 'account', l.account, 'unit', l.unit,
        'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'travellers', to_jsonb(l.travellers), 'guarded', to_jsonb(l.guarded)) order by l.n), '[]')::text
    from look l join stream t on t.id = l.stream where l.sequence = p_sequence
$$;

create function clerk_looks(p jsonb, p_now timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_key constant text := 'register/looks';
    v_stream bigint;
    v_sequence bigint;
    v_payload text;
    v_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_hash bytea;
    v_leaf bytea;
begin
    insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
    values (v_key, 'register', 0, '', '', '', '') on conflict (key) do nothing;
    update stream set version = version + 1 where key = v_key returning id, version
        into v_stream, v_sequence;
    insert into look (sequence, n, stream, account, unit, at, travellers, guarded)
    select v_sequence, row_number() over (), t.id, x.account, x.unit, x.at, x.travellers, x.guarded
    from jsonb_to_recordset(p) as x("case" text, account text, unit text, at timestamptz,
        travellers int[], guarded int[])
    join stream t on t.key = x."case";
    v_payload := look_text(v_sequence);
    v_hash := sha256(v_salt || convert_to(v_payload, 'UTF8'));
    v_leaf := register_leaf(v_key, v_stream, v_sequence, 'looked', p_now, v_hash);
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf, salt, sealed)
    values (v_stream, v_sequence, 'looked', p_now, 'clerk', null, v_hash, v_leaf, v_salt,
        convert_to(v_payload, 'UTF8'));
    insert into ledger_queue (stream, first, last, queued)
    values (v_stream, v_sequence, v_sequence, p_now);
end $$;

-- What an event of register/audits says, worked out of the row that it wrote.
create function audit_text(p_sequence bigint) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select coalesce(
        (select jsonb_build_object('revealed', t.key, 'account', r.account, 'at', moment(r.at),
                'reason', encode(r.reason_hash, 'hex'))::text
            from audit_reveal r join stream t on t.id = r.stream where r.sequence = p_sequence),
        (select jsonb_build_object('sample', s.id, 'account', s.account, 'directive', s.directive,
                'since', moment(s.since), 'until', moment(s.until), 'size', s.size,
                'commitment', encode(s.commitment, 'hex'), 'eligible', s.eligible,
                'tickets', encode(s.tickets, 'hex'))::text
            from sample s where s.sequence = p_sequence),
        (select jsonb_build_object('drawn', d.sample, 'seed', encode(d.seed, 'hex'),
                'checkpoint', d.checkpoint, 'root', encode(d.root, 'hex'))::text
            from sample_draw d where d.sequence = p_sequence),
        (select jsonb_build_object('redecided', r.sample, 'ticket', encode(r.ticket, 'hex'),
                'account', r.account, 'unit', r.unit, 'answer', r.answer,
                'at', moment(r.answered), 'words', encode(r.words_hash, 'hex'))::text
            from redecision r where r.sequence = p_sequence),
        '')
$$;

-- The number of the next event of register/audits.
create function next_audit() returns bigint
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_sequence bigint;
begin
    insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
    values ('register/audits', 'register', 0, '', '', '', '') on conflict (key) do nothing;
    update stream set version = version + 1 where key = 'register/audits'
        returning version into v_sequence;
    return v_sequence;
end $$;

create function log_audit(p_sequence bigint, p_type text, p_now timestamptz) returns void
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_key constant text := 'register/audits';
    v_stream bigint := (select id from stream where key = 'register/audits');
    v_payload text := audit_text(p_sequence);
    v_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_hash bytea := sha256(v_salt || convert_to(v_payload, 'UTF8'));
    v_leaf bytea := register_leaf(v_key, v_stream, p_sequence, p_type, p_now, v_hash);
begin
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf, salt, sealed)
    values (v_stream, p_sequence, p_type, p_now, 'clerk', null, v_hash, v_leaf, v_salt,
        convert_to(v_payload, 'UTF8'));
    insert into ledger_queue (stream, first, last, queued)
    values (v_stream, p_sequence, p_sequence, p_now);
end $$;

-- The session of a token, if it is of that kind and lives.
create function live_session(p_token bytea, p_kind text, p_now timestamptz) returns session
language sql stable set search_path = exeat, pg_temp as $$
    select s.token, s.kind, s.account, s.stream, s.traveller, s.expires, s.acting, s.directive from session s
    where s.token = p_token and s.kind = p_kind and s.expires > p_now
$$;

-- Whether it was done: the session is an auditor's, and the case is in its sight.
create function clerk_reveal(p_token bytea, p_now timestamptz, p_case text, p_reason bytea,
    p_hash bytea) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    s session := live_session(p_token, 'auditor', p_now);
    v_stream bigint;
    v_sequence bigint;
begin
    select t.id into v_stream from stream t
    where t.key = p_case and t.kind = 'case' and t.directive_id = s.directive and exists (
        select 1 from case_authority ca join scope sc on sc.authority = ca.authority
        where ca.stream = t.id and sc.account = s.account and sc.directive = s.directive);
    if v_stream is null then
        return false;
    end if;
    v_sequence := next_audit();
    insert into audit_reveal (sequence, stream, account, at, reason, reason_hash)
    values (v_sequence, v_stream, s.account, p_now, p_reason, p_hash);
    perform log_audit(v_sequence, 'case-revealed', p_now);
    return true;
end $$;

-- Every case in the auditor's sight that was decided in the span, by its first such step; but not by one of
-- those steps, p_untold, that auditors are not told of.
create function clerk_sample_commit(p_token bytea, p_now timestamptz, p_id text,
    p_since timestamptz, p_until timestamptz, p_size int, p_commitment bytea, p_kept bytea,
    p_untold bytea[])
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    s session := live_session(p_token, 'auditor', p_now);
    v_directive text := s.directive;
    v_sequence bigint;
    v_tickets bytea[];
begin
    if v_directive is null or length(p_commitment) <> 32 then
        return false;
    end if;
    select coalesce(array_agg(x.leaf order by x.leaf), '{}') into v_tickets from (
        select distinct on (e.stream) e.leaf
        from event e join stream t on t.id = e.stream
        where t.kind = 'case' and t.directive_id = v_directive
            and e.type in ('referred-approved', 'refused', 'was-set-aside', 'authorised')
            and e.at >= p_since and e.at < p_until
            and not e.leaf = any (p_untold)
            and exists (
                select 1 from case_authority ca join scope sc on sc.authority = ca.authority
                where ca.stream = t.id and sc.account = s.account and sc.directive = v_directive)
        order by e.stream, e.sequence) x;
    v_sequence := next_audit();
    insert into sample (id, sequence, account, directive, since, until, size, commitment, kept,
        eligible, tickets)
    values (p_id, v_sequence, s.account, v_directive, p_since, p_until, p_size, p_commitment,
        p_kept, cardinality(v_tickets),
        sha256(coalesce((select string_agg(x, ''::bytea order by n)
            from unnest(v_tickets) with ordinality as u(x, n)), ''::bytea)));
    insert into sample_ticket (sample, place, ticket)
    select p_id, n, x from unnest(v_tickets) with ordinality as u(x, n);
    perform log_audit(v_sequence, 'sample-committed', p_now);
    return true;
end $$;

-- The draw: of all tickets the so many with the least SHA-256(seed, root, ticket).
create function sample_drawn(p_sample text) returns table (ticket bytea)
language sql stable set search_path = exeat, pg_temp as $$
    select x.ticket from (
        select k.ticket, s.size,
            row_number() over (order by sha256(d.seed || d.root || k.ticket), k.ticket) as n
        from sample_draw d join sample s on s.id = d.sample
        join sample_ticket k on k.sample = s.id
        where d.sample = p_sample) x
    where x.n <= x.size order by x.n
$$;

-- Not before the commitment is under a signed checkpoint; the first such one is mixed in.
create function clerk_sample_draw(p_token bytea, p_now timestamptz, p_id text, p_seed bytea)
returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    s session := live_session(p_token, 'auditor', p_now);
    v_sample sample;
    v_place bigint;
    v_checkpoint ledger_checkpoint;
    v_sequence bigint;
begin
    select x.* into v_sample from sample x where x.id = p_id and x.account = s.account for update;
    if not found then
        return 'unknown';
    end if;
    if exists (select 1 from sample_draw d where d.sample = p_id) then
        return 'drawn';
    end if;
    if p_seed is null or sha256(p_seed) <> v_sample.commitment then
        return 'another seed';
    end if;
    select ledger_place_of(t.id, v_sample.sequence) into v_place from stream t where t.key = 'register/audits';
    select c.* into v_checkpoint from ledger_checkpoint c
    where c.size > v_place order by c.size limit 1;
    if v_place is null or v_checkpoint.size is null then
        return 'too early';
    end if;
    v_sequence := next_audit();
    insert into sample_draw (sample, sequence, seed, checkpoint, root)
    values (p_id, v_sequence, p_seed, v_checkpoint.size,
        decode(split_part(v_checkpoint.note, E'\n', 3), 'base64'));
    insert into redecision (sample, ticket, stream)
    select p_id, d.ticket, e.stream from sample_drawn(p_id) d join event e on e.leaf = d.ticket;
    perform log_audit(v_sequence, 'sample-drawn', p_now);
    return 'done';
end $$;

-- What anybody needs to check a sample: the committing step, and the checkpoint that was mixed in.
create function clerk_sample_proof(p_token bytea, p_now timestamptz, p_id text)
returns table (sequence bigint, type text, at timestamptz, actor text, payload_hash bytea,
    leaf bytea, before text, salt bytea, payload text, place bigint, note text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select e.sequence, e.type, e.at, e.actor, e.payload_hash, e.leaf, before_of(e), e.salt,
        convert_from(e.sealed, 'UTF8'), ledger_place_of(e.stream, e.sequence), c.note
    from sample x
    join stream t on t.key = 'register/audits'
    join event e on e.stream = t.id and e.sequence = x.sequence and e.sealed is not null
    join sample_draw d on d.sample = x.id
    join ledger_checkpoint c on c.size = d.checkpoint
    where x.id = p_id and x.account = (live_session(p_token, 'auditor', p_now)).account
$$;

-- The auditor's office puts the question to a unit; once.
create function clerk_redecision_ask(p_token bytea, p_now timestamptz, p_sample text,
    p_ticket bytea, p_unit text, p_question bytea) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    update redecision r set unit = p_unit, question = p_question
    where r.sample = p_sample and r.ticket = p_ticket and r.unit is null and r.answer is null
        and exists (select 1 from sample x
            where x.id = r.sample and x.account = (live_session(p_token, 'auditor', p_now)).account)
$$;

-- What became of an answer: agrees, differs, or no. Of an officer of the unit that was asked, and never
-- of one who acted in the case.
create function clerk_redecide(p_token bytea, p_now timestamptz, p_sample text, p_ticket bytea,
    p_answer text, p_words bytea, p_hash bytea) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    s session := live_session(p_token, 'officer', p_now);
    v_stream bigint;
    v_sequence bigint;
    v_refused boolean;
begin
    select r.stream into v_stream from redecision r
    where r.sample = p_sample and r.ticket = p_ticket and r.answer is null
        and r.question is not null and not protection_sought(r.stream)
        and r.unit = (select m.unit from mandate m
            where m.account = mandate_of(s, p_now) and m.directive = s.directive)
    for update;
    if v_stream is null or exists (
            select 1 from event e where e.stream = v_stream and e.actor = actor_of(s)) then
        return 'no';
    end if;
    v_sequence := next_audit();
    update redecision r set sequence = v_sequence, account = s.account, answer = p_answer,
        words = p_words, words_hash = p_hash, answered = p_now
    where r.sample = p_sample and r.ticket = p_ticket;
    perform log_audit(v_sequence, 'redecided', p_now);
    select e.type in ('refused', 'was-set-aside') into v_refused from event e
    where e.stream = v_stream and e.leaf = p_ticket;
    return case when v_refused = (p_answer = 'NOT') then 'agrees' else 'differs' end;
end $$;

-- A blind second decision that came out otherwise is an issue, under a key that follows from it: so what a crash left
-- out is found. The clock raises these and no others.
-- A UUID of a name, RFC 9562 version 3, without a namespace.
create function redecision_issue(p_sample text, p_ticket bytea) returns text
language sql immutable as $$
    select 'issue/' || overlay(overlay(x.h placing '3' from 13)
        placing to_hex(('x' || substr(x.h, 17, 1))::bit(4)::int & 3 | 8) from 17)::uuid
    from (select md5('redecision ' || p_sample || ' ' || encode(p_ticket, 'hex')) as h) x
$$;

create function clerk_disagreements(p_limit int)
returns table (sample text, ticket bytea, unit text, account text, directive text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select r.sample, r.ticket, r.unit, r.account, x.directive
    from redecision r join event e on e.stream = r.stream and e.leaf = r.ticket
    join sample x on x.id = r.sample
    where r.answer is not null
        and (e.type in ('refused', 'was-set-aside')) <> (r.answer = 'NOT')
        and not exists (
            select 1 from stream t where t.key = redecision_issue(r.sample, r.ticket))
    order by r.sequence limit p_limit
$$;
