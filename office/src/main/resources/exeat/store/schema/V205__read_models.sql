-- Read models: what follows from the events of cases, issues, alarms and reports, written with every command in its
-- transaction. Nothing personal is in them but the keyed hashes by which a person is found: a case is a number, a person
-- is a traveller's number in it.

create table work_item (
    stream    bigint not null,
    traveller int not null,
    queue     text not null,
    task      text not null,
    unit      text not null,
    number    text not null,
    since     timestamptz not null,
    due       date not null,
    holder    text,
    primary key (stream, traveller, queue, task, unit)
);
comment on table work_item is
    '[read models] What waits, and for whom: one row for each task of a traveller at a unit. Read by officers whose'
    ' scope meets the case''s units.';
comment on column work_item.stream is
    'The case, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column work_item.traveller is 'The traveller''s number in the case.';
comment on column work_item.queue is
    'The list in which it stands: REFERRED, CLEARANCES, SECOND, TO_AUTHORISE, HELD, APPEALS, UNCONFIRMED, BORDER, '
    'PROTECTION, or WAITING for what cannot be worked on now.';
comment on column work_item.task is
    'What is to be done: decide, authorise, hold, second, stop, appeal, confirm, cross, hear, hear-second, '
    'in-person, or the name of a clearance.';
comment on column work_item.unit is
    'The unit that is to do it, as authority.id; for confirm and cross, which wait for the traveller, the unit that'
    ' entered or handles the case.';
comment on column work_item.number is 'The application''s number.';
comment on column work_item.since is 'Since when it waits; rows of a queue are in the order of due, then since.';
comment on column work_item.due is 'The last day for it; infinity where there is none.';
comment on column work_item.holder is 'The unit that handles the case, as authority.id.';

-- Queues of several units are merged in their order, which takes it whole from the index: whatever has to be sorted is
-- read far beyond what a page shows. What is said to be few rows is sorted otherwise, though it be millions: all that
-- nobody has confirmed is due on the same day, which is never.
create index work_item_unit on work_item (unit, due, since, number, traveller, task)
    where task not in ('confirm', 'cross');
create index work_item_queue on work_item (queue, due, since, number, traveller, task);
create index work_item_queue_unit on work_item (queue, unit, due, since, number, traveller, task);
create index work_item_queue_holder on work_item (queue, holder, due, since, number, traveller, task)
    where holder <> unit;

create table paper (
    number text primary key,
    stream bigint not null
);
comment on table paper is
    '[read models] The number of each travel paper and its case, for a border post that has only the number. Read '
    'by people who see the case.';
comment on column paper.number is 'The paper''s number, random.';
comment on column paper.stream is
    'The case, as stream.id. No foreign key: written with its stream, and held by the audit.';

create table queue_jump (
    stream    bigint not null references stream (id),
    place     int not null,
    traveller int not null,
    task      text not null,
    unit      text not null,
    account   text not null references account (id),
    why       text not null,
    at        timestamptz not null,
    primary key (stream, place)
);
comment on table queue_jump is
    '[read models] Cases that were taken before others that were due earlier. Read by officers whose scope has the '
    'unit.';
comment on column queue_jump.stream is 'The case.';
comment on column queue_jump.place is 'From 1 in its stream.';
comment on column queue_jump.traveller is 'The traveller''s number in the case.';
comment on column queue_jump.task is 'The task, as work_item.task.';
comment on column queue_jump.unit is 'The officer''s unit, as authority.id.';
comment on column queue_jump.account is 'The officer.';
comment on column queue_jump.why is 'The kind of reason; the officer''s words are encrypted in the event.';
comment on column queue_jump.at is 'When.';

create index queue_jump_unit on queue_jump (unit, at desc);

create table projection (
    one           boolean primary key default true check (one),
    version       int not null default 1,
    measures      text[] not null default '{}',
    next          int,
    next_measures text[] not null default '{}',
    after         bigint not null default 0
);
comment on table projection is
    '[read models] Which counters of reports are read, and which are being counted anew beside them; one row, written at '
    'the first start. A change of what '
    'is counted holds for cases that exist once all of them are counted. Read by functions, and by who reads counters.';
comment on column projection.one is 'Always true: there is one row.';
comment on column projection.version is 'The version that is read, as report_cell.version.';
comment on column projection.measures is
    'What is counted in it, as report_cell.measure; nothing before the first start. Of anything else no part is '
    'counted, so that no figure is of some cases alone.';
comment on column projection.next is
    'The version that is being counted; null while none is. A stream''s commands count in it from when the stream does.';
comment on column projection.next_measures is 'What is counted in that one.';
comment on column projection.after is
    'The last stream up to which all are counted in it, as stream.id, so that it can be gone on with.';

create table report_cell (
    authority text not null,
    measure   text not null,
    began     date not null,
    due       date not null,
    stripe    int not null,
    n         bigint not null,
    version   int not null default 1,
    directive text not null,
    primary key (directive, authority, measure, began, due, stripe, version)
);
comment on table report_cell is
    '[read models] The figures of reports by directive, counted as cases change. Sum n over stripes, and over days as '
    'needed; age and lateness are worked out from the days when read. Read by officers under a mandate of the '
    'directive whose scope has the unit.';
comment on column report_cell.authority is
    'The unit to which it counts, as authority.id. Levels above add up their units.';
comment on column report_cell.measure is
    'What is counted: RECEIVED, PASSED_ON, TAKEN_OVER, UNDER_WAY, APPROVE_ALWAYS, APPROVE_IN_GENERAL, REFER, '
    'FOR_PERSON, WAITING, REFERRED, HELD, REFUSED, SET_ASIDE, REVOKED, WITHDRAWN, AUTHORISED, DEPARTED, SUSPENDED, '
    'DELAY or JUMPED.';
comment on column report_cell.began is
    'The day on which it began, in the directive''s zone. Older ones are folded: into the Monday of their week, and'
    ' those of more than 28 weeks into 0001-01-01. WAITING is never folded.';
comment on column report_cell.due is 'The last day for it; infinity where there is none.';
comment on column report_cell.stripe is
    'The writer that counts in this row; -1 for folded ones, which no writer touches.';
comment on column report_cell.n is
    'How many; one row alone may be negative, the sum over all stripes and days is not.';
comment on column report_cell.version is 'To which version of the counters it belongs, as projection.version.';
comment on column report_cell.directive is 'The directive of the case that counts, as directive.id.';

create table report_fold (
    one    boolean primary key default true check (one),
    before date not null
);
comment on table report_fold is '[read models] How far the figures are folded. Read by a function of the clerk.';
comment on column report_fold.one is 'Always true: there is one row.';
comment on column report_fold.before is 'Weeks before this Monday stand together.';

create table issue (
    stream       bigint primary key references stream (id),
    raised_by    text not null,
    holder       text not null,
    open         boolean not null,
    by_case      bigint references stream (id),
    by_traveller int,
    going        boolean not null default false
);
comment on table issue is
    '[read models] Questions that units and travellers raise about a directive, where they stand. Read by officers '
    'at the levels that have or had it, and by the traveller who raised it. No event names that traveller.';
comment on column issue.stream is 'The issue''s stream.';
comment on column issue.raised_by is
    'The unit that raised it, as authority.id; of a traveller''s issue, the unit that handles their case.';
comment on column issue.holder is 'The unit at which it is now, as authority.id.';
comment on column issue.open is 'Whether it waits for an answer.';
comment on column issue.by_case is
    'The case of the traveller who raised it, set from their session and readable by nobody; null for a unit''s.';
comment on column issue.by_traveller is 'The traveller''s number in that case.';
comment on column issue.going is
    'Whether its traveller was erased: nobody sees it any more, and its words are about to go.';

create index issue_open on issue (holder) where open;
create index issue_case on issue (by_case, by_traveller) where by_case is not null;
create index issue_going on issue (stream) where going;

create table alarm (
    stream bigint primary key references stream (id),
    holder text not null,
    open   boolean not null,
    due    date not null
);
comment on table alarm is
    '[read models] Alarms of the watchers, where they stand. Read by officers at the levels that have or had it.';
comment on column alarm.stream is 'The alarm''s stream.';
comment on column alarm.holder is 'The unit at which it is now, as authority.id.';
comment on column alarm.open is 'Whether it waits for an answer.';
comment on column alarm.due is 'The last day for an answer; after it the alarm goes up.';

create table watch_look (
    directive text not null,
    day       date not null,
    tests     int,
    alarms    int,
    primary key (directive, day)
);
comment on table watch_look is
    '[read models] The looks that the watchers took, one a day and directive, so that none is taken twice. Read by '
    'functions of the clerk.';
comment on column watch_look.directive is 'The directive, as directive.id.';
comment on column watch_look.day is 'The day.';
comment on column watch_look.tests is 'How many tests were made; null until the look is done.';
comment on column watch_look.alarms is 'How many alarms came of it; null until the look is done.';

-- Counters that are a few days old are folded: into one for each week, and into one for all weeks that no report shows
-- apart any more. The folded ones stand in the stripe -1, which no writer touches, so nobody waits for them; sums stay
-- what they were at every moment. What waits on a unit keeps its days, since its age is worked out when read.
-- Called every minute or so, each time for a part; says how many counters it took away. Whoever
-- wants to write one of these meanwhile waits for this transaction, which is short; it waits for
-- nobody.
create function clerk_fold(p_today date, p_limit int) returns int
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
        returning c.directive, c.authority, c.measure, c.began, c.due, c.n, c.version),
    folded as (
        insert into report_cell as c (directive, authority, measure, began, due, stripe, n, version)
        select g.directive, g.authority, g.measure,
            case when g.began < v_before then v_together
                else date_trunc('week', g.began)::date end, g.due, -1, sum(g.n), g.version
        from gone g group by 1, 2, 3, 4, 5, g.version having sum(g.n) <> 0
        on conflict on constraint report_cell_pkey do update set n = c.n + excluded.n)
    select count(1) into v_folded from gone;
    return v_empty + v_folded;
end $$;

-- The counters of a directive, added up as the report needs them: by week, by band of age, by lateness. A person reads
-- them through the policy of report_cell; the clerk, for figures whose few are hidden, whole.
create function report_sums(p_directive text, p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable set search_path = exeat, pg_temp as $$
    select c.authority, c.measure, greatest(date_trunc('week', c.began)::date, p_before),
        case when c.measure <> 'WAITING' or p_day - c.began <= 7 then 0
            when p_day - c.began <= 30 then 8
            when p_day - c.began <= 90 then 31 else 91 end,
        c.measure = 'WAITING' and c.due < p_day, sum(c.n)::bigint
    from report_cell c where c.directive = p_directive and c.authority = any (p_units)
        and c.version = (select p.version from projection p)
    group by 1, 2, 3, 4, 5 having sum(c.n) <> 0
$$;

create function clerk_sums(p_directive text, p_units text[], p_day date, p_before date)
returns table (authority text, measure text, week date, age int, late boolean, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.authority, s.measure, s.week, s.age, s.late, s.n
    from report_sums(p_directive, p_units, p_day, p_before) s
$$;

create function clerk_open_issues(p_directive text) returns table (holder text, n bigint)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select i.holder, count(i.stream) from issue i join stream t on t.id = i.stream
    where i.open and t.directive_id = p_directive group by i.holder
$$;

create function clerk_issues_going(p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from issue i join stream t on t.id = i.stream
    where i.going order by t.id limit p_limit
$$;

create function clerk_late_alarms(p_today date) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from alarm a join stream t on t.id = a.stream
    where a.open and a.due < p_today order by t.key
$$;

create function clerk_look_begin(p_directive text, p_day date) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into watch_look (directive, day) values (p_directive, p_day) on conflict do nothing;
    return found;
end $$;

-- One that failed halfway is taken again; what it raised already is known by its name.
create function clerk_look_end(p_directive text, p_day date, p_tests int, p_alarms int)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    if p_tests is null then
        delete from watch_look w where w.directive = p_directive and w.day = p_day;
    else
        update watch_look w set tests = p_tests, alarms = p_alarms
        where w.directive = p_directive and w.day = p_day;
    end if;
end $$;

create function clerk_last_look(p_directive text) returns table (day date, tests int, alarms int)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select w.day, w.tests, w.alarms from watch_look w
    where w.directive = p_directive and w.tests is not null order by w.day desc limit 1
$$;

-- Cases in which something happened since, or on which some unit still has work.
create function clerk_watched(p_directive text, p_since timestamptz, p_after text, p_limit int)
returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t
    where t.kind = 'case' and t.directive_id = p_directive and t.key > p_after
        and (exists (select 1 from work_item w where w.stream = t.id)
            or exists (select 1 from event e where e.stream = t.id and e.at >= p_since))
    order by t.key limit p_limit
$$;

-- The events of these cases, sealed, for the clock's session and for nobody else.
create function watch_events(p_session bytea, p_now timestamptz, p_keys text[])
returns table (key text, version bigint, directive_id text, directive_version text,
    directive_hash text, wrapped bytea, traveller_keys jsonb, sequence bigint, at timestamptz,
    sealed bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash, k.wrapped,
        (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
            from traveller_key x where x.stream = t.id),
        e.sequence, e.at, e.sealed
    from session s
    join stream t on t.key = any (p_keys) and t.kind = 'case'
    join stream_key k on k.stream = t.id
    join event e on e.stream = t.id
    where s.token = p_session and s.expires > p_now and s.kind = 'clock' and e.sealed is not null
    order by t.key, e.sequence
$$;

-- Finding a person: for each traveller keyed hashes of their names with their date of birth, which nobody can make or
-- try without the office's keys. See decision 173.

create table search_person (
    stream    bigint not null,
    traveller int not null,
    key       text not null default '',
    tokens    bigint[] not null default '{}',
    units     text[] not null default '{}',
    primary key (stream, traveller)
);
comment on table search_person is
    '[read models] By what each traveller who is not erased is found: one row for each, which comes and goes with '
    'their key. Read by functions alone.';
comment on column search_person.stream is
    'The case, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column search_person.traveller is 'The traveller''s number in the case, from 1.';
comment on column search_person.key is
    'The number of the master key from which the tokens are made; empty where they still have to be made.';
comment on column search_person.tokens is
    'Keyed hashes of 64 bits, each of one name or its beginning together with the date of birth, with random-looking '
    'ones up to a multiple of eight, in ascending order.';
comment on column search_person.units is
    'The units that saw the case when somebody in it claimed protection, as authority.id: for them a search finds what '
    'it found before.';

-- Without a list of what is pending: some command would have to work it off, and wait.
create index search_person_token on search_person using gin (tokens)
    with (fastupdate = off) where tokens <> '{}';
create index search_person_waiting on search_person (stream) where key = '';
create index search_person_key on search_person (key) where key <> '';

-- A row comes and goes in the transaction in which the traveller's own key does, so an erasure takes the tokens too.
create function search_person_with_key() returns trigger
language plpgsql set search_path = exeat, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        -- The stream's row is locked.
        insert into search_person (stream, traveller) select new.stream, new.traveller
        where not exists (select 1 from search_person s
            where s.stream = new.stream and s.traveller = new.traveller);
    else
        delete from search_person s where s.stream = old.stream and s.traveller = old.traveller;
    end if;
    return null;
end $$;
create trigger traveller_key_searched after insert or delete on traveller_key
    for each row execute function search_person_with_key();

-- A claim to protection takes units from a case. What they find stays as it was, or its vanishing would tell of the
-- claim. The step is written before the units are.
create function search_view_goes_on() returns trigger
language plpgsql set search_path = exeat, pg_temp as $$
begin
    update search_person s set units = array(
        select ca.authority from case_authority ca where ca.stream = new.stream
        union select x from unnest(s.units) x order by 1)
    where s.stream = new.stream;
    return null;
end $$;
create trigger event_search_view after insert on event
    for each row when (new.type = 'protection-claimed') execute function search_view_goes_on();

-- Whether tokens have to be made: asked every second, so without a session.
create function search_waits() returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select exists (select 1 from search_person s where s.key = '')
$$;

-- The cases with travellers whose tokens have to be made, sealed, for the clock's session and for nobody else.
create function search_waiting(p_session bytea, p_now timestamptz, p_limit int)
returns table (key text, version bigint, state bytea, wrapped bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key, t.version, t.state, k.wrapped
    from (select distinct w.stream from (
            select s.stream from search_person s where s.key = '' order by s.stream limit p_limit) w) d
    join stream t on t.id = d.stream
    join stream_key k on k.stream = t.id
    where exists (select 1 from session s
        where s.token = p_session and s.expires > p_now and s.kind = 'clock')
    order by t.id
$$;

-- Whoever was erased meanwhile has no row, and gets none.
create function search_fill(p_session bytea, p_now timestamptz, p_key text, p_rows jsonb) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_filled int;
begin
    if p_key = '' or not exists (select 1 from session s
            where s.token = p_session and s.expires > p_now and s.kind = 'clock') then
        return 0;
    end if;
    update search_person s set key = p_key, tokens = r.tokens
    from jsonb_to_recordset(p_rows) as r(stream text, traveller int, tokens bigint[])
    join stream t on t.key = r.stream
    where s.stream = t.id and s.traveller = r.traveller and s.key = '';
    get diagnostics v_filled = row_count;
    return v_filled;
end $$;
