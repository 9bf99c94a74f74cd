-- Briefing: what follows from a directive's own stream, briefing/DIRECTIVE. Which version is in force when, who signed
-- it, who has read it, what its issuer clarified, who is away and who stands in. Cases stay on the version that decided
-- them, until an event moves them.

create table directive_tenure (
    directive text primary key,
    tenure    jsonb not null,
    times     bigint not null default 1
);
comment on table directive_tenure is
    '[briefing] Which version of a directive is in force when. Worked out of the directive''s events. The clerk '
    'reads it, and the writer''s function.';
comment on column directive_tenure.directive is 'The directive, as directive.id.';
comment on column directive_tenure.tenure is
    'repealed: a day or null; suspended: true or false; versions: each with its ref, its first and last day and '
    'when it was put in force.';
comment on column directive_tenure.times is 'How often it changed, so that readers know when to read it again.';

create table directive_signature (
    directive text not null,
    pair      text not null,
    account   text not null references account (id),
    at        timestamptz not null,
    primary key (directive, pair, account)
);
comment on table directive_signature is
    '[briefing] Which lawyer of the issuer signed which rule with its paragraph. Read by a function of the clerk.';
comment on column directive_signature.directive is 'The directive, as directive.id.';
comment on column directive_signature.pair is 'SHA-256 over a paragraph''s words and a rule, in hexadecimal.';
comment on column directive_signature.account is 'The lawyer.';
comment on column directive_signature.at is 'When.';

create table directive_pass (
    directive text primary key,
    mark      text not null,
    after     text not null,
    done      boolean not null
);
comment on table directive_pass is
    '[briefing] After a version was put in force, or a directive resumed, every case of it is looked at once, a '
    'page at a time; this says how far that has come.';
comment on column directive_pass.directive is 'The directive, as directive.id.';
comment on column directive_pass.mark is 'Which change it is about.';
comment on column directive_pass.after is 'The key of the last stream that was looked at.';
comment on column directive_pass.done is 'Whether all were.';

create table clarification (
    directive text not null,
    number    int not null,
    stream    bigint not null references stream (id),
    version   text not null references directive (hash),
    paragraph text not null,
    rules     text[] not null,
    words     text not null,
    at        timestamptz not null,
    primary key (directive, number)
);
comment on table clarification is
    '[briefing] What the issuer clarified, in its own words. In plain, for it is published. The clerk reads it.';
comment on column clarification.directive is 'The directive, as directive.id.';
comment on column clarification.number is 'Its number in the directive, from 1.';
comment on column clarification.stream is 'The directive''s stream.';
comment on column clarification.version is 'The version under which it was said.';
comment on column clarification.paragraph is 'The paragraph that it explains.';
comment on column clarification.rules is 'The rules that it changes; empty where it changes none.';
comment on column clarification.words is 'The clarification.';
comment on column clarification.at is 'When.';

create trigger clarification_stays before update or delete or truncate on clarification
    for each statement execute function stays();

create table briefed_unit (
    directive text not null,
    authority text not null,
    primary key (directive, authority)
);
comment on table briefed_unit is
    '[briefing] Which units have acknowledged a directive. Read by the writer''s function; cases of a unit that has'
    ' not go up.';
comment on column briefed_unit.directive is 'The directive, as directive.id.';
comment on column briefed_unit.authority is 'The unit, as authority.id.';

create table briefed_officer (
    directive text not null,
    account   text not null references account (id),
    edition   text not null default '1.0',
    primary key (directive, account)
);
comment on table briefed_officer is
    '[briefing] Which officers have read a directive, and which edition of it. Read by functions of the writer, the'
    ' clerk and the door.';
comment on column briefed_officer.directive is 'The directive, as directive.id.';
comment on column briefed_officer.account is 'The officer.';
comment on column briefed_officer.edition is
    'The edition that they read last. Every version that comes in force makes another, and every clarification that'
    ' changes a rule.';

create index briefed_officer_account on briefed_officer (account);

create table duty (
    stream  bigint not null references stream (id),
    kind    text not null check (kind in ('absent', 'delegated')),
    number  int not null,
    account text not null,
    other   text not null,
    begins  timestamptz not null,
    ends    timestamptz not null,
    primary key (stream, kind, number)
);
comment on table duty is
    '[briefing] Who is away, and who stands in for whom. Read by functions that ask whose mandate a session has.';
comment on column duty.stream is 'The directive''s stream.';
comment on column duty.kind is 'Absent, or represented by another.';
comment on column duty.number is 'Its number in the stream, one count for each kind.';
comment on column duty.account is 'Who is away, or is represented, as account.id. No foreign key: held by the audit.';
comment on column duty.other is 'Who stands in, as account.id; empty for an absence.';
comment on column duty.begins is
    'The start of the first day, in the directive''s zone, so that a query needs to know no zone.';
comment on column duty.ends is 'The end of the last day.';

create index duty_account on duty (account, ends);
create index duty_other on duty (other, ends);

-- Whose mandate a session has: while it stands in for somebody, that one's; after the last day of that it is the
-- officer's own again. What is called for each row names its tables in full instead of setting a search path each time.
create function mandate_of(s exeat.session, p_now timestamptz) returns text
language sql stable as $$
    select case when s.acting is not null and exists (
            select 1 from exeat.duty d
            join exeat.stream b on b.id = d.stream and b.directive_id = s.directive
            where d.kind = 'delegated' and d.account = s.acting and d.other = s.account
                and d.begins <= p_now and p_now < d.ends)
        then s.acting else s.account end
$$;

-- Who is away. These are tables of one row, because a planner takes such a function apart; one that asks a table and
-- gives a value it plans anew at each call, for a quarter of a millisecond.
create function absence(p_account text, p_now timestamptz)
returns table (it boolean) language sql stable as $$
    select exists (select 1 from exeat.duty d
        where d.kind = 'absent' and d.account = p_account
            and d.begins <= p_now and p_now < d.ends)
$$;

-- Who stands in for this officer, or they for whom, now or in the last month: of two such, one never agrees to what the
-- other proposed.
create function ties(p_account text, p_now timestamptz)
returns table (others text[]) language sql stable as $$
    select array_agg(x.other order by x.other) from (
        select d.other from exeat.duty d where d.kind = 'delegated' and d.account = p_account
            and d.ends > p_now - interval '30 days'
        union
        select d.account from exeat.duty d where d.kind = 'delegated' and d.other = p_account
            and d.ends > p_now - interval '30 days'
        union
        -- Two who stood in for the same officer acted under one mandate.
        select d.other from exeat.duty own
        join exeat.duty d on d.kind = 'delegated' and d.account = own.account
            and d.other <> p_account and d.ends > p_now - interval '30 days'
        where own.kind = 'delegated' and own.other = p_account
            and own.ends > p_now - interval '30 days') x
$$;

-- Begins or ends to act for somebody; says whether it may.
create function door_act_for(p_token bytea, p_for text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update session s set acting = p_for
    where s.token = p_token and s.kind = 'officer' and s.expires > p_now
        and (p_for is null or exists (
            select 1 from duty d
            join stream b on b.id = d.stream and b.directive_id = s.directive
            join mandate m on m.account = p_for and m.directive = s.directive
            where d.kind = 'delegated' and d.account = p_for
                and d.other = s.account and d.begins <= p_now and p_now < d.ends)
            -- A lawyer stands in for nobody, and nobody for a lawyer.
            and not exists (
                select 1 from account a where a.id in (p_for, s.account) and a.lawyer));
    return found;
end $$;

-- From now on the session acts under this directive, for the officer's own mandate; says whether they have one.
create function door_act_under(p_token bytea, p_directive text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update session s set directive = p_directive, acting = null
    where s.token = p_token and s.kind in ('officer', 'auditor') and s.expires > p_now
        and exists (
            select 1 from mandate m where m.account = s.account and m.directive = p_directive);
    return found;
end $$;

-- The directives under which the officer or auditor of this session has a mandate.
create function door_mandates(p_token bytea, p_now timestamptz) returns table (directive text, unit text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select m.directive, m.unit from session s join mandate m on m.account = s.account
    where s.token = p_token and s.expires > p_now order by m.place
$$;

-- For whom the officer of this session could act now, under the directive under which it acts.
create function door_stands_in(p_token bytea, p_now timestamptz)
returns table (account text, name bytea, unit text, ends timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.name, m.unit, d.ends
    from session s
    join duty d on d.kind = 'delegated' and d.other = s.account
        and d.begins <= p_now and p_now < d.ends
    join stream b on b.id = d.stream and b.directive_id = s.directive
    join account a on a.id = d.account and a.ended is null
    join mandate m on m.account = a.id and m.directive = s.directive
    where s.token = p_token and s.expires > p_now order by a.id
$$;

-- A row for each mandate of each account.
create function clerk_staff()
returns table (login text, name bytea, id text, unit text, function text, lawyer boolean,
    auditor boolean, administrator boolean, directive text, edition text, own_password boolean, made timestamptz, made_by text,
    ended timestamptz, ended_by text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.login, a.name, a.id, m.unit, m.function, coalesce(a.lawyer, false),
        coalesce(a.auditor, false), coalesce(a.administrator, false),
        m.directive,
        (select b.edition from briefed_officer b
            where b.account = a.id and b.directive = m.directive),
        exists (select 1 from account_log l where l.account = a.id and l.what = 'password'),
        made.at, made.by, a.ended, ended.by
    from account a
    join mandate m on m.account = a.id
    left join account_log made on made.account = a.id and made.what = 'made'
    left join account_log ended on ended.account = a.id and ended.what = 'ended'
    order by a.login, m.place
$$;

create function clerk_signatures(p_directive text)
returns table (pair text, account text, name bytea, at timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.pair, s.account, a.name, s.at
    from directive_signature s join account a on a.id = s.account
    where s.directive = p_directive order by s.at, s.account
$$;

-- Where to go on; null where there is nothing left.
create function clerk_pass(p_directive text, p_mark text) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into directive_pass as x (directive, mark, after, done)
    values (p_directive, p_mark, '', false)
    on conflict (directive) do update set mark = excluded.mark, after = '', done = false
        where x.mark <> excluded.mark;
    return (select case when not x.done then x.after end
        from directive_pass x where x.directive = p_directive);
end $$;

create function clerk_passed(p_directive text, p_mark text, p_after text, p_done boolean)
returns void
language sql security definer set search_path = exeat, pg_temp as $$
    update directive_pass set after = p_after, done = p_done
    where directive = p_directive and mark = p_mark
$$;
