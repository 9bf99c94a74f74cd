-- People: who has an account and what it may do, who is signed in, the secrets of travellers, who runs the machine.
-- Who may act and who may look is in the log as well: each change of an account, of its scope, of its second factor and
-- of the operators is an event of register/mandates, written by triggers, whichever function made the change. Then what
-- the clerk and the door do with them, and what administrators propose and agree to.

create table account (
    id        text primary key,
    login     text not null unique,
    password  text not null,
    name      bytea not null,
    ended     timestamptz,
    lawyer    boolean check (lawyer),
    auditor   boolean,
    administrator boolean
        check (administrator is null or (administrator and lawyer is null and auditor is null))
);
comment on table account is
    '[people] Officers, auditors and administrators. Nobody reads it but the functions of the clerk, the door and the writer. One '
    'that has ended stays, for its acts do.';
comment on column account.id is 'The officer, as event.actor names them after officer/.';
comment on column account.login is 'The name with which they sign in.';
comment on column account.password is
    'The hash of the password, by Argon2id; by bcrypt where nobody has signed in since.';
comment on column account.name is 'Their name, encrypted under a master key.';
comment on column account.ended is 'Since when it lets nobody in; null while it does.';
comment on column account.lawyer is 'True for a lawyer of the issuer; null for everybody else.';
comment on column account.auditor is 'True for an auditor; null for everybody else.';
comment on column account.administrator is
    'True for an administrator, who keeps accounts and sees no case; null for everybody else.';

create table account_log (
    place   bigint generated always as identity primary key,
    account text not null references account (id),
    what    text not null check (what in ('made', 'ended', 'password', 'factor', 'factor ended',
        'factor recovered', 'sessions ended', 'mandate', 'mandate ended')),
    by      text not null,
    at      timestamptz not null
);
comment on table account_log is
    '[people] What was done with an account, by whom and when. Nobody reads it but functions of the clerk.';
comment on column account_log.place is 'The order.';
comment on column account_log.account is 'The account.';
comment on column account_log.what is 'What was done.';
comment on column account_log.by is
    'The account or operator who did it, the program itself, or the proposal that two administrators agreed to.';
comment on column account_log.at is 'When.';

create table mandate (
    account   text not null references account (id),
    directive text not null,
    unit      text not null,
    function  text not null,
    place     bigint generated always as identity,
    primary key (account, directive)
);
comment on table mandate is
    '[people] Under which directives an officer, lawyer or auditor acts, and for which unit under each. Where there is '
    'no row, nothing is allowed. Nobody reads it but functions.';
comment on column mandate.account is 'The account.';
comment on column mandate.directive is 'The directive, as directive.id: no other is seen or acted under with this row.';
comment on column mandate.unit is
    'The unit for which they act, as authority.id; when it closes, the unit that takes over.';
comment on column mandate.function is 'The function of that unit under the directive.';
comment on column mandate.place is 'The order of granting: a session begins under the one with the lowest.';

create table scope (
    account   text not null,
    directive text not null,
    authority text not null,
    primary key (account, directive, authority),
    foreign key (account, directive) references mandate (account, directive)
);
comment on table scope is
    '[people] Which units'' files an officer or auditor may see by a mandate. Nobody reads it but functions.';
comment on column scope.account is 'The account.';
comment on column scope.directive is 'The directive of the mandate.';
comment on column scope.authority is
    'A unit, as authority.id; * beside a border post: what every post of the directive sees.';

create table second_factor (
    account    text primary key references account (id),
    generation int not null,
    is_on      boolean not null,
    step       bigint not null default 0
);
comment on table second_factor is
    '[people] The second factor of an account. The secret itself is made from the office''s keys, the account and '
    'the generation. Nobody reads it but functions.';
comment on column second_factor.account is 'The account.';
comment on column second_factor.generation is 'Which secret: each new one counts one further.';
comment on column second_factor.is_on is 'Whether it is asked for.';
comment on column second_factor.step is 'The time step of the last code that was used: none is used twice.';

create table recovery_code (
    account text not null references account (id),
    hash    text not null,
    primary key (account, hash)
);
comment on table recovery_code is
    '[people] Codes that let an officer in without the device, once each. Nobody reads it but functions.';
comment on column recovery_code.account is 'The account.';
comment on column recovery_code.hash is 'A keyed hash of the code, in hexadecimal.';

create table session (
    token     bytea primary key,
    kind      text not null check (kind in ('officer', 'party', 'stranger', 'clock', 'auditor', 'administrator')),
    account   text references account (id),
    stream    bigint references stream (id),
    traveller int,
    expires   timestamptz not null,
    acting    text references account (id),
    directive text,
    check ((kind in ('officer', 'auditor', 'administrator')) = (account is not null)),
    check ((kind = 'party') = (stream is not null and traveller is not null))
);
comment on table session is
    '[people] Who is signed in. Rows are deleted soon after they expire. Functions return whole rows of it, in this'
    ' order of columns.';
comment on column session.token is 'SHA-256 of the token that the browser or client has.';
comment on column session.kind is
    'Who: an officer, a traveller, somebody who is not signed in, the clock, an auditor, an administrator.';
comment on column session.account is 'The officer''s, auditor''s or administrator''s account.';
comment on column session.stream is 'The traveller''s case.';
comment on column session.traveller is 'The traveller''s number in the case.';
comment on column session.expires is 'When it ends, whatever happens.';
comment on column session.acting is 'The officer for whom they stand in with this session; null for themselves.';
comment on column session.directive is
    'The directive under whose mandate an officer or auditor acts with this session; null for everybody else.';

create index session_expires on session (expires);
create index session_stream on session (stream) where stream is not null;

create table session_use (
    token bytea primary key references session (token) on delete cascade,
    made  timestamptz not null,
    seen  timestamptz not null
);
comment on table session_use is
    '[people] When a session began and was last used; beside it, for functions return whole rows of session.';
comment on column session_use.token is 'The session.';
comment on column session_use.made is 'When it began.';
comment on column session_use.seen is 'When it was last used, to the minute.';

create table last_sign_in (
    account text primary key references account (id),
    at      timestamptz not null
);
comment on table last_sign_in is
    '[people] When each account was last signed in to. Nobody reads it but functions for administrators; no event, for '
    'it moves with every sign-in.';
comment on column last_sign_in.account is 'The account.';
comment on column last_sign_in.at is 'When.';

create table attempt (
    subject bytea not null,
    at      timestamptz not null
);
comment on table attempt is
    '[people] Failed attempts to sign in, for as long as they count. Nobody reads it but functions of the door.';
comment on column attempt.subject is 'A keyed hash of a login, a number or an address: whose attempts are counted.';
comment on column attempt.at is 'When.';

create index attempt_subject on attempt (subject, at);

create table secret (
    stream    bigint not null,
    traveller int not null,
    hash      bytea not null,
    primary key (stream, traveller)
);
comment on table secret is
    '[people] The secret of each adult traveller, with which they sign in to their case. Nobody reads it but the '
    'door.';
comment on column secret.stream is
    'The case, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column secret.traveller is 'The traveller''s number in the case.';
comment on column secret.hash is 'A keyed hash of the secret.';

-- Whoever has the old secret can object until the new one works. When that time has come it is the only one that works;
-- nothing has to happen for that.
create table secret_waiting (
    stream     bigint not null references stream (id),
    traveller  int not null,
    hash       bytea not null,
    works_from timestamptz not null,
    primary key (stream, traveller)
);
comment on table secret_waiting is
    '[people] A secret that replaces another, or the first of somebody who is live without one. It works only from '
    'a time on. Nobody reads it but the door.';
comment on column secret_waiting.stream is 'The case.';
comment on column secret_waiting.traveller is 'The traveller''s number in the case.';
comment on column secret_waiting.hash is 'A keyed hash of the secret.';
comment on column secret_waiting.works_from is 'From when it works; at least three days after it was issued.';

create table operator (
    id       text primary key,
    key      bytea not null unique,
    added    timestamptz not null,
    added_by text references operator (id),
    ended    timestamptz
);
comment on table operator is
    '[people] Operators of the machine, each with a key of their own. Each row follows from a signed act. Read by '
    'functions of the clerk.';
comment on column operator.id is 'The operator.';
comment on column operator.key is 'Their public key: Ed25519, 32 bytes.';
comment on column operator.added is 'When they were added.';
comment on column operator.added_by is 'Who added them; null for the first.';
comment on column operator.ended is 'Since when their key counts no more.';

create table operator_act (
    place     bigint generated always as identity primary key,
    operator  text not null references operator (id),
    what      text not null,
    at        timestamptz not null,
    signature bytea not null,
    unique (operator, at)
);
comment on table operator_act is
    '[people] What operators did, signed with their keys: an act under another''s name, or without a key, is none '
    'of theirs. Read by functions of the clerk.';
comment on column operator_act.place is 'The order in which the acts came in.';
comment on column operator_act.operator is 'The operator who acted.';
comment on column operator_act.what is 'What they did, as it was signed.';
comment on column operator_act.at is 'When, as it was signed.';
comment on column operator_act.signature is 'The Ed25519 signature, 64 bytes.';

-- What the register says of them.

-- An account's row as its event says it. What is secret or sealed is there as its hash alone; what is not set is left
-- out, so that a column that comes later changes nothing.
create function account_text(a account) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(to_jsonb(a) || jsonb_build_object(
        'password', encode(sha256(convert_to(a.password, 'UTF8')), 'hex'),
        'name', encode(sha256(a.name), 'hex')))::text
$$;

create function scope_text(p_account text) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', p_account, 'scope', coalesce((
        select jsonb_agg(jsonb_build_array(s.directive, s.authority)
            order by s.directive collate "C", s.authority collate "C") from scope s
        where s.account = p_account), '[]'))::text
$$;

create function mandate_text(m mandate) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', m.account, 'directive', m.directive, 'unit', m.unit,
        'function', m.function)::text
$$;

-- What was done with an account, in which place of the order, by whom and when.
create function account_log_text(l account_log) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', l.account, 'place', l.place, 'what', l.what, 'by', l.by,
        'at', (extract(epoch from l.at) * 1000000)::bigint)::text
$$;

-- A second factor is part of who may act: that it is on, which one it is, and which codes let its officer in without
-- the device. Each change is an event of the register, as an account's is. The step of the last code that was used is
-- not: it moves with every sign-in.
create function factor_text(p_account text) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select coalesce(
        (select jsonb_build_object('id', f.account, 'generation', f.generation, 'on', f.is_on)
            from second_factor f where f.account = p_account),
        jsonb_build_object('id', p_account))::text
$$;

create function codes_text(p_account text) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', p_account, 'codes', count(1), 'hash', encode(sha256(convert_to(
        coalesce(string_agg(r.hash, ' ' order by r.hash collate "C"), ''), 'UTF8')), 'hex'))::text
    from recovery_code r where r.account = p_account
$$;

create function operator_text(o operator) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object('id', o.id, 'key', encode(o.key, 'hex'),
        'added', (extract(epoch from o.added) * 1000000)::bigint, 'by', o.added_by,
        'ended', (extract(epoch from o.ended) * 1000000)::bigint))::text
$$;

create function operator_act_text(a operator_act) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', a.operator, 'place', a.place, 'what', a.what,
        'at', (extract(epoch from a.at) * 1000000)::bigint,
        'signature', encode(a.signature, 'hex'))::text
$$;

create function log_account() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        perform write_register('account-removed', jsonb_build_object('id', old.id)::text);
    else
        perform write_register('account-set', account_text(new));
    end if;
    return null;
end $$;

create function log_mandate() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        perform write_register('mandate-removed', mandate_text(old));
    else
        perform write_register('mandate-set', mandate_text(new));
    end if;
    return null;
end $$;

create function log_scope() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
declare
    v_account text;
begin
    for v_account in select distinct c.account from changed c order by 1 loop
        perform write_register('scope-set', scope_text(v_account));
    end loop;
    return null;
end $$;

create function log_account_log() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('account-logged', account_log_text(new));
    return null;
end $$;

create function log_factor() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('factor-set', factor_text(coalesce(new.account, old.account)));
    return null;
end $$;

create function log_codes() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
declare
    v_account text;
begin
    for v_account in select distinct c.account from changed c order by 1 loop
        perform write_register('codes-set', codes_text(v_account));
    end loop;
    return null;
end $$;

create function log_operator() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('operator-set', operator_text(new));
    return null;
end $$;

-- At the time that was signed: its place in the log says whether that can be so.
create function log_operator_act() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/mandates', 'operator-acted', operator_act_text(new), new.at);
    return null;
end $$;
create trigger account_logged after insert or update or delete on account
    for each row execute function log_account();
create trigger mandate_logged after insert or update or delete on mandate
    for each row execute function log_mandate();
create trigger mandate_never_emptied before truncate on mandate
    for each statement execute function stays();
create trigger scope_given after insert on scope referencing new table as changed
    for each statement execute function log_scope();
create trigger scope_taken after delete on scope referencing old table as changed
    for each statement execute function log_scope();
create trigger scope_never_changed before update or truncate on scope
    for each statement execute function stays();
create trigger account_log_kept after insert on account_log
    for each row execute function log_account_log();
create trigger factor_given after insert or delete on second_factor
    for each row execute function log_factor();
-- Three columns compared as one row are another text after a restore, and the audit compares texts.
create trigger factor_changed after update on second_factor for each row
    when (old.account is distinct from new.account
        or old.generation is distinct from new.generation
        or old.is_on is distinct from new.is_on)
    execute function log_factor();
create trigger factor_never_emptied before truncate on second_factor
    for each statement execute function stays();
create trigger codes_given after insert on recovery_code referencing new table as changed
    for each statement execute function log_codes();
create trigger codes_taken after delete on recovery_code referencing old table as changed
    for each statement execute function log_codes();
create trigger codes_never_changed before update or truncate on recovery_code
    for each statement execute function stays();
create trigger operator_logged after insert or update on operator
    for each row execute function log_operator();
create trigger operator_stays before delete or truncate on operator
    for each statement execute function stays();
create trigger operator_act_logged after insert on operator_act
    for each row execute function log_operator_act();
create trigger operator_act_stays before update or delete or truncate on operator_act
    for each statement execute function stays();

-- Accounts, as the clerk keeps them.

create function give_mandate(
    p_account text, p_directive text, p_unit text, p_function text, p_scope text[]) returns void
language plpgsql set search_path = exeat, pg_temp as $$
begin
    insert into mandate (account, directive, unit, function)
    values (p_account, p_directive, p_unit, p_function);
    -- A lawyer signs rules, an administrator keeps accounts, and neither sees a case.
    insert into scope (account, directive, authority)
    select a.id, p_directive, s from account a cross join unnest(p_scope) s
    where a.id = p_account and not coalesce(a.lawyer, false) and not coalesce(a.administrator, false);
end $$;

create function clerk_account(
    p_id text, p_login text, p_password text, p_name bytea, p_unit text, p_function text,
    p_directive text, p_scope text[], p_lawyer boolean, p_auditor boolean, p_administrator boolean,
    p_by text, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into account (id, login, password, name, lawyer, auditor, administrator)
    values (p_id, p_login, p_password, p_name, nullif(p_lawyer, false), nullif(p_auditor, false),
        nullif(p_administrator, false))
    on conflict do nothing;
    if not found then
        return false;
    end if;
    perform give_mandate(p_id, p_directive, p_unit, p_function, p_scope);
    insert into account_log (account, what, by, at) values (p_id, 'made', p_by, p_now);
    return true;
end $$;

-- A mandate under one more directive: done, or why not. Two who grant at once wait for the account.
create function clerk_mandate(
    p_login text, p_directive text, p_unit text, p_function text, p_scope text[], p_by text, p_now timestamptz)
returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account account;
begin
    select a.* into v_account from account a where a.login = p_login for update;
    if not found then
        return 'unknown';
    elsif v_account.ended is not null then
        return 'ended';
    elsif exists (select 1 from mandate m where m.account = v_account.id and m.directive = p_directive) then
        return 'held';
    end if;
    perform give_mandate(v_account.id, p_directive, p_unit, p_function, p_scope);
    insert into account_log (account, what, by, at) values (v_account.id, 'mandate', p_by, p_now);
    return 'done';
end $$;

-- Takes one away at once: sessions under it end, and so do those of whoever stands in for its officer. The last one
-- goes with the account.
create function clerk_mandate_end(p_login text, p_directive text, p_by text, p_now timestamptz) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account account;
begin
    select a.* into v_account from account a where a.login = p_login for update;
    if not found then
        return 'unknown';
    elsif not exists (
            select 1 from mandate m where m.account = v_account.id and m.directive = p_directive) then
        return 'none';
    elsif not exists (
            select 1 from mandate m where m.account = v_account.id and m.directive <> p_directive) then
        return 'last';
    end if;
    delete from session s
    where v_account.id in (s.account, s.acting) and s.directive = p_directive;
    delete from scope sc where sc.account = v_account.id and sc.directive = p_directive;
    delete from mandate m where m.account = v_account.id and m.directive = p_directive;
    insert into account_log (account, what, by, at) values (v_account.id, 'mandate ended', p_by, p_now);
    return 'done';
end $$;

-- The account's lock is taken first, so that no sign-in that is under way outlives it.
create function clerk_account_end(p_login text, p_by text, p_now timestamptz) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account account;
begin
    select a.* into v_account from account a where a.login = p_login for update;
    if not found then
        return 'unknown';
    end if;
    if v_account.ended is not null then
        return 'ended before';
    end if;
    update account set ended = p_now where id = v_account.id;
    delete from session where account = v_account.id;
    insert into account_log (account, what, by, at) values (v_account.id, 'ended', p_by, p_now);
    return 'ended';
end $$;

create function clerk_accounts(p_directive text) returns table (id text, unit text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select m.account, m.unit from mandate m where m.directive = p_directive order by m.account
$$;

-- A directive's tree was loaded anew, so that whoever stands in it may look where it says; or an officer's unit has
-- closed, and the mandate goes on in the one that has what it had.
create function clerk_follow(p_account text, p_directive text, p_unit text, p_scope text[]) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update mandate set unit = p_unit
    where account = p_account and directive = p_directive and unit <> p_unit;
    delete from scope
    where account = p_account and directive = p_directive and authority <> all (p_scope);
    insert into scope (account, directive, authority)
    select m.account, m.directive, s
    from mandate m join account a on a.id = m.account cross join unnest(p_scope) s
    where m.account = p_account and m.directive = p_directive
        and not coalesce(a.lawyer, false) and not coalesce(a.administrator, false)
    on conflict do nothing;
end $$;

-- Whoever else is signed in to the account is signed out: the old password may be known to them.
create function clerk_password(
    p_id text, p_before text, p_password text, p_token bytea, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account set password = p_password
    where id = p_id and password = p_before and ended is null;
    if not found then
        return false;
    end if;
    delete from session where account = p_id and token <> p_token;
    insert into account_log (account, what, by, at) values (p_id, 'password', p_id, p_now);
    return true;
end $$;

-- With how much work the passwords are hashed: the parameters of Argon2id, the rounds of bcrypt.
create function clerk_password_costs() returns table (cost text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select distinct split_part(a.password, '$', case when a.password like '_argon2id_%' then 4 else 3 end)
    from account a
$$;

-- A new secret, and codes for the day on which the device is lost; none where there is no such officer.
create function clerk_factor(p_login text, p_by text, p_now timestamptz)
returns table (account text, generation int)
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account text;
    v_generation int;
begin
    select a.id into v_account from account a where a.login = p_login and a.ended is null;
    if not found then
        return;
    end if;
    insert into second_factor as f (account, generation, is_on) values (v_account, 1, true)
    on conflict on constraint second_factor_pkey
    do update set generation = f.generation + 1, is_on = true, step = 0
    returning f.generation into v_generation;
    delete from recovery_code r where r.account = v_account;
    delete from session s where s.account = v_account;
    insert into account_log (account, what, by, at) values (v_account, 'factor', p_by, p_now);
    return query select v_account, v_generation;
end $$;

create function clerk_recovery(p_account text, p_hashes text[]) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    insert into recovery_code (account, hash) select p_account, h from unnest(p_hashes) h
$$;

create function clerk_factor_end(p_login text, p_by text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account text;
begin
    update second_factor f set is_on = false from account a
    where a.login = p_login and f.account = a.id and f.is_on returning a.id into v_account;
    if not found then
        return false;
    end if;
    delete from recovery_code r where r.account = v_account;
    insert into account_log (account, what, by, at) values (v_account, 'factor ended', p_by, p_now);
    return true;
end $$;

-- Added by an act: done, or why not. The first signs for themselves.
create function clerk_operator_add(p_id text, p_key bytea, p_by text, p_what text, p_at timestamptz,
    p_signature bytea) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('operator', 0));
    if not exists (select 1 from operator) then
        if p_by <> p_id then
            return 'first';
        end if;
    elsif not exists (select 1 from operator o where o.id = p_by and o.ended is null) then
        return 'nobody';
    end if;
    if exists (select 1 from operator o where o.id = p_id or o.key = p_key) then
        return 'taken';
    end if;
    if exists (select 1 from operator_act a where a.operator = p_by and a.at = p_at) then
        return 'again';
    end if;
    insert into operator (id, key, added, added_by)
    values (p_id, p_key, p_at, nullif(p_by, p_id));
    insert into operator_act (operator, what, at, signature)
    values (p_by, p_what, p_at, p_signature);
    return 'done';
end $$;

-- Ended by an act: done, or why not.
create function clerk_operator_end(p_id text, p_by text, p_what text, p_at timestamptz,
    p_signature bytea) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('operator', 0));
    if not exists (select 1 from operator o where o.id = p_by and o.ended is null) then
        return 'nobody';
    end if;
    if not exists (select 1 from operator o where o.id = p_id and o.ended is null) then
        return 'unknown';
    end if;
    if exists (select 1 from operator_act a where a.operator = p_by and a.at = p_at) then
        return 'again';
    end if;
    insert into operator_act (operator, what, at, signature)
    values (p_by, p_what, p_at, p_signature);
    update operator set ended = p_at where id = p_id;
    return 'done';
end $$;

create function clerk_operator_act(p_operator text, p_what text, p_at timestamptz, p_signature bytea)
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into operator_act (operator, what, at, signature)
    select o.id, p_what, p_at, p_signature from operator o
    where o.id = p_operator and o.ended is null
    on conflict do nothing;
    return found;
end $$;

create function clerk_operators()
returns table (id text, key bytea, added timestamptz, added_by text, ended timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select o.id, o.key, o.added, o.added_by, o.ended from operator o order by o.added, o.id
$$;

create function clerk_operator_acts()
returns table (place bigint, operator text, what text, at timestamptz, signature bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.place, a.operator, a.what, a.at, a.signature from operator_act a order by a.place
$$;

-- What the door's role can do: sessions, and looking for an account or a secret by its hash.

-- Whether another attempt to sign in may be made under each of its subjects. Those under one subject take turns until
-- the transaction ends, so that of attempts at once no more are let through than may fail.
create function may_try(p_subjects text[], p_most int[], p_since timestamptz) returns boolean
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_subject text;
begin
    for v_subject in select s from unnest(p_subjects) s order by s loop
        perform pg_advisory_xact_lock(hashtextextended(v_subject, 0));
    end loop;
    for i in 1 .. cardinality(p_subjects) loop
        if p_most[i] <= (select count(*) from (
                select 1 from attempt a
                where a.subject = decode(p_subjects[i], 'hex') and a.at > p_since
                limit p_most[i]) x) then
            return false;
        end if;
    end loop;
    return true;
end $$;

-- Lets an attempt to sign in count under each of its subjects, if under none of them as many count
-- as may; else it counts under none.
create function door_try(
    p_subjects text[], p_most int[], p_since timestamptz, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    if not may_try(p_subjects, p_most, p_since) then
        return false;
    end if;
    insert into attempt (subject, at)
    select decode(s, 'hex'), p_now from unnest(p_subjects) s;
    return true;
end $$;

-- It succeeded, and no longer counts.
create function door_take_back(p_subjects text[], p_now timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_subject text;
begin
    foreach v_subject in array p_subjects loop
        delete from attempt where ctid = (
            select a.ctid from attempt a
            where a.subject = decode(v_subject, 'hex') and a.at = p_now limit 1);
    end loop;
end $$;

-- What kind of session somebody with this account has.
create function account_kind(a account) returns text
language sql immutable set search_path = exeat, pg_temp as $$
    select case when a.administrator then 'administrator' when a.auditor then 'auditor' else 'officer' end
$$;

-- The mandate with which a session of the account begins: the one that was given first.
create function first_mandate(p_account text) returns table (directive text, unit text, function text)
language sql stable set search_path = exeat, pg_temp as $$
    select m.directive, m.unit, m.function from mandate m
    where m.account = p_account order by m.place limit 1
$$;

create function door_account(p_login text)
returns table (id text, password text, kind text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id, a.password, account_kind(a) from account a
    where a.login = p_login and a.ended is null
$$;

-- What a session's first use would write is written with it, and so costs no commit of its own.
create function door_open(
    p_token bytea, p_kind text, p_account text, p_expires timestamptz, p_now timestamptz)
returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform 1 from account a where a.id = p_account for share;
    insert into session (token, kind, account, expires, directive)
    select p_token, p_kind, p_account, p_expires,
        (select m.directive from first_mandate(p_account) m)
    where p_kind in ('officer', 'stranger', 'clock', 'auditor', 'administrator')
        and not exists (select 1 from account a where a.id = p_account
            and (a.ended is not null or account_kind(a) <> p_kind));
    if found and p_kind <> 'clock' then
        insert into session_use (token, made, seen) values (p_token, p_now, p_now);
    end if;
    if found and p_account is not null then
        insert into last_sign_in (account, at) values (p_account, p_now)
        on conflict on constraint last_sign_in_pkey do update set at = p_now;
    end if;
end $$;

-- Opens a session for whoever has this secret in this case, unless too many tries failed before: the
-- try counts as in door_try, and one that succeeds does not, all in one transaction. The hashes are
-- keyed, so that the time their comparison takes tells nothing about a secret; one secret has several,
-- by how it was made. One that waits opens nothing; from its time on it is the only one, and no session
-- of the old one lasts. One row: whether the try could be made, and whose session it is, if anybody's; with all that
-- the session's row says, so that signing in is one statement and it is not read again.
create function door_open_party(
    p_token bytea, p_number text, p_hashes bytea[], p_expires timestamptz, p_now timestamptz,
    p_subjects text[], p_most int[], p_since timestamptz)
returns table (
    open boolean, case_key text, traveller int, directive text, expires timestamptz)
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_stream bigint;
begin
    open := may_try(p_subjects, p_most, p_since);
    if not open then
        return next;
        return;
    end if;
    select t.id, t.key, x.traveller, t.directive_id, least(p_expires, x.until)
    into v_stream, case_key, traveller, directive, expires
    from stream t
    cross join lateral (
        select s.traveller, s.hash, w.works_from as until
        from secret s
        left join secret_waiting w on w.stream = s.stream and w.traveller = s.traveller
        where s.stream = t.id and (w.works_from is null or w.works_from > p_now)
        union all
        select w.traveller, w.hash, null
        from secret_waiting w where w.stream = t.id and w.works_from <= p_now) x
    where t.number = p_number and x.hash = any (p_hashes) limit 1;
    if found then
        insert into session (token, kind, stream, traveller, expires)
        values (p_token, 'party', v_stream, traveller, expires);
        insert into session_use (token, made, seen) values (p_token, p_now, p_now);
    else
        insert into attempt (subject, at)
        select decode(s, 'hex'), p_now from unnest(p_subjects) s;
    end if;
    return next;
end $$;

-- The session of a token, while it lives and was used lately enough; one that was not is ended. That
-- it was used is written down once a minute, so that a look does not cost a write. In steps, each
-- planned once and looked up by its key, because every call and every page begins with this.
create function door_resume(
    p_token bytea, p_now timestamptz, p_officer bigint, p_party bigint)
returns table (kind text, account text, name bytea, unit text, function text, directive text,
    edition text, lawyer boolean, acting text, absent boolean, case_key text, traveller int,
    expires timestamptz)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    s session;
    v_seen timestamptz;
    v_rest interval;
    v_mandate text;
begin
    select x.token, x.kind, x.account, x.stream, x.traveller, x.expires, x.acting, x.directive into s
    from session x where x.token = p_token and x.expires > p_now;
    if not found then
        return;
    end if;
    select u.seen into v_seen from session_use u where u.token = p_token;
    v_rest := case when s.kind in ('officer', 'auditor', 'administrator') then make_interval(secs => p_officer)
        when s.kind = 'party' then make_interval(secs => p_party) end;
    if v_seen + v_rest < p_now then
        delete from session x using session_use u
        where x.token = p_token and u.token = x.token and u.seen = v_seen;
        return;
    end if;
    if v_seen is null or v_seen + interval '1 minute' <= p_now then
        insert into session_use as u (token, made, seen)
        select x.token, p_now, p_now from session x where x.token = p_token for key share
        on conflict on constraint session_use_pkey do update set seen = p_now;
    end if;
    kind := s.kind;
    traveller := s.traveller;
    expires := s.expires;
    lawyer := false;
    absent := false;
    if s.account is not null then
        v_mandate := case when s.acting is null then s.account else mandate_of(s, p_now) end;
        select own.id, own.name, m.unit, m.function, m.directive, b.edition,
            coalesce(a.lawyer, false) and a.id = own.id, case when a.id <> own.id then a.id end,
            away.it
        into account, name, unit, function, directive, edition, lawyer, acting, absent
        from account own
        left join account a on a.id = v_mandate
        left join mandate m on m.account = a.id and m.directive = s.directive
        left join briefed_officer b on b.account = own.id and b.directive = m.directive
        cross join lateral absence(own.id, p_now) away
        where own.id = s.account;
    elsif s.stream is not null then
        select t.key, t.directive_id into case_key, directive from stream t where t.id = s.stream;
    end if;
    return next;
end $$;

-- The sessions of whoever this session is of: an officer's, or a person's of a case.
create function door_sessions(p_token bytea, p_now timestamptz)
returns table (made timestamptz, seen timestamptz, expires timestamptz, own boolean)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce(u.made, p_now), coalesce(u.seen, p_now), o.expires, o.token = s.token
    from session s
    join session o on o.token = s.token
        or (o.kind = s.kind and s.kind in ('officer', 'auditor', 'administrator', 'party')
            and o.account is not distinct from s.account
            and o.stream is not distinct from s.stream
            and o.traveller is not distinct from s.traveller)
    left join session_use u on u.token = o.token
    where s.token = p_token and s.expires > p_now and o.expires > p_now
    order by o.token = s.token desc, u.seen desc nulls last, o.expires desc
$$;

create function door_leave(p_token bytea) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    delete from session where token = p_token
$$;

-- Signs out everywhere but here; says in how many places.
create function door_leave_others(p_token bytea, p_now timestamptz) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_n int;
begin
    delete from session o using session s
    where s.token = p_token and s.expires > p_now and o.token <> s.token
        and o.kind = s.kind and s.kind in ('officer', 'auditor', 'administrator', 'party')
        and o.account is not distinct from s.account
        and o.stream is not distinct from s.stream
        and o.traveller is not distinct from s.traveller;
    get diagnostics v_n = row_count;
    return v_n;
end $$;

-- The same password, hashed as it is hashed today. Nobody is signed out: nobody knows it who did not.
create function door_renew(p_id text, p_before text, p_password text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account set password = p_password
    where id = p_id and password = p_before and ended is null;
    return found;
end $$;

create function door_factor(p_account text) returns table (generation int)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select f.generation from second_factor f where f.account = p_account and f.is_on
$$;

create function door_factor_step(p_account text, p_step bigint) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update second_factor f set step = p_step
    where f.account = p_account and f.is_on and f.step < p_step;
    return found;
end $$;

create function door_recover(p_account text, p_hash text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    delete from recovery_code r where r.account = p_account and r.hash = p_hash;
    if not found then
        return false;
    end if;
    insert into account_log (account, what, by, at)
    values (p_account, 'factor recovered', p_account, p_now);
    return true;
end $$;

-- The case with a number, for a claim at the door: whoever makes one is not told that there is one.
create function door_case(p_number text) returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t where t.number = p_number and t.kind = 'case'
$$;

create function door_sweep(p_now timestamptz, p_attempts timestamptz) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    delete from session where expires <= p_now;
    delete from attempt where at <= p_attempts
$$;

-- Administrators: what gives or takes power over people is proposed by one and takes effect when another agrees. The
-- functions look at the session themselves, so that no other account can do it, whatever the program says. See decision
-- 194. After it, by the same two: what becomes of a unit.

create table account_proposal (
    id          bigint generated always as identity primary key,
    what        text not null check (what in ('account', 'end', 'password', 'factor')),
    account     text not null,
    login       text,
    name        bytea,
    unit        text,
    role        text check (role in ('officer', 'lawyer', 'auditor', 'administrator')),
    reason      bytea not null,
    proposed_by text not null references account (id),
    proposed    timestamptz not null,
    first_part  text,
    second_part text,
    outcome     text check (outcome in ('agreed', 'declined', 'withdrawn')),
    closed_by   text references account (id),
    closed      timestamptz,
    objected    timestamptz,
    used        timestamptz,
    check ((outcome is null) = (closed_by is null) and (outcome is null) = (closed is null)),
    check (outcome is distinct from 'agreed' or (closed_by <> proposed_by and closed_by <> account)),
    check (proposed_by <> account),
    check ((what = 'account') = (login is not null and name is not null and unit is not null and role is not null)),
    check ((what = 'end') = (first_part is null))
);
comment on table account_proposal is
    '[people] What an administrator proposed to do with an account, and what became of it. Nobody reads it but functions '
    'for administrators, and for the person whom it concerns. Each change is an event of register/mandates.';
comment on column account_proposal.id is 'The proposal, as account_log.by names it after "proposal ".';
comment on column account_proposal.what is
    'A new account, the end of one, another password or another second factor for somebody who lost theirs.';
comment on column account_proposal.account is 'The account. Of a new one the id that it gets; so there is no foreign key.';
comment on column account_proposal.login is 'Of a new account: the name to sign in with.';
comment on column account_proposal.name is 'Of a new account: the name of its holder, encrypted under a master key.';
comment on column account_proposal.unit is 'Of a new account: its unit, as authority.id.';
comment on column account_proposal.role is 'Of a new account: what it is for.';
comment on column account_proposal.reason is 'Why, in the words of the administrator who proposed it, encrypted under a master key.';
comment on column account_proposal.proposed_by is 'The administrator who proposed it.';
comment on column account_proposal.proposed is 'When.';
comment on column account_proposal.first_part is
    'A keyed hash of the half of the code that the first administrator hands over.';
comment on column account_proposal.second_part is 'The same of the second administrator''s half.';
comment on column account_proposal.outcome is 'What became of it; null while it waits.';
comment on column account_proposal.closed_by is 'Who agreed, declined or withdrew it.';
comment on column account_proposal.closed is 'When.';
comment on column account_proposal.objected is 'When the person whom it concerns said that they did not ask for it.';
comment on column account_proposal.used is 'When the code was used; it is used once.';

-- A proposal as its event says it: what is secret or sealed as its hash alone.
create function account_proposal_text(p account_proposal) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'id', p.id::text, 'what', p.what, 'account', p.account, 'login', p.login,
        'name', encode(sha256(p.name), 'hex'), 'unit', p.unit, 'role', p.role,
        'reason', encode(sha256(p.reason), 'hex'),
        'by', p.proposed_by, 'at', (extract(epoch from p.proposed) * 1000000)::bigint,
        'parts', encode(sha256(convert_to(concat_ws(' ', p.first_part, p.second_part), 'UTF8')), 'hex'),
        'outcome', p.outcome, 'closed by', p.closed_by,
        'closed', (extract(epoch from p.closed) * 1000000)::bigint,
        'objected', (extract(epoch from p.objected) * 1000000)::bigint,
        'used', (extract(epoch from p.used) * 1000000)::bigint))::text
$$;

create function log_account_proposal() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register('account-proposed', account_proposal_text(new));
    return null;
end $$;
create trigger account_proposal_logged after insert or update on account_proposal
    for each row execute function log_account_proposal();
create trigger account_proposal_stays before delete or truncate on account_proposal
    for each statement execute function stays();

-- The administrator whose session this is; null for everybody else.
create function administrator_of(p_token bytea, p_now timestamptz) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select s.account from session s
    where s.token = p_token and s.kind = 'administrator' and s.expires > p_now
$$;

-- Whether it still waits: neither closed nor stopped nor too old, and neither who proposed it has ended nor whom it
-- concerns.
create function proposal_waits(p account_proposal, p_since timestamptz) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select p.outcome is null and p.objected is null and p.proposed > p_since
        and exists (select 1 from account a where a.id = p.proposed_by and a.administrator and a.ended is null)
        and not exists (select 1 from account a where a.id = p.account and a.ended is not null)
$$;

-- Whether its code still opens the account: each code that was agreed to later replaces those of the same account.
create function proposal_code_stands(p account_proposal) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select p.outcome = 'agreed' and p.what <> 'end' and p.used is null and p.objected is null
        and exists (select 1 from account a where a.id = p.account and a.ended is null)
        and not exists (select 1 from account_proposal n
            where n.account = p.account and n.outcome = 'agreed' and n.what <> 'end'
                and (n.closed, n.id) > (p.closed, p.id))
$$;

-- Proposes: the id of the proposal, or why not. An administrator proposes nothing about their own account.
create function clerk_propose(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_what text, p_account text, p_login text,
    p_name bytea, p_unit text, p_role text, p_reason bytea, p_part text)
returns table (came text, proposal bigint)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_by text := administrator_of(p_token, p_now);
begin
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    came := case
        when v_by is null then 'nobody'
        when p_account = v_by then 'own'
        when exists (select 1 from account_proposal p
            where p.what = p_what and proposal_waits(p, p_since)
                and case when p_what = 'account' then p.login = p_login else p.account = p_account end)
            then 'waiting'
        when p_what = 'account' and exists (select 1 from account a where a.login = p_login) then 'taken'
        when p_what <> 'account' and not exists (
            select 1 from account a where a.id = p_account and a.ended is null) then 'unknown'
        when p_what = 'factor' and not exists (
            select 1 from second_factor f where f.account = p_account and f.is_on) then 'no factor'
        when (select count(1) from account_proposal p
            where p.proposed_by = v_by and proposal_waits(p, p_since)) >= 20 then 'many'
        else 'proposed' end;
    if came = 'proposed' then
        insert into account_proposal
            (what, account, login, name, unit, role, reason, proposed_by, proposed, first_part)
        values (p_what, p_account, p_login, p_name, p_unit, p_role, p_reason, v_by, p_now, p_part)
        returning id into proposal;
    end if;
    return next;
end $$;

-- Declined by another administrator, or withdrawn by the one who proposed it.
create function clerk_proposal_close(p_token bytea, p_now timestamptz, p_id bigint) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    v_outcome text;
begin
    update account_proposal p
    set outcome = case when p.proposed_by = v_by then 'withdrawn' else 'declined' end,
        closed_by = v_by, closed = p_now
    where p.id = p_id and p.outcome is null and v_by is not null
    returning p.outcome into v_outcome;
    return v_outcome;
end $$;

-- Agrees, by another administrator than who proposed it and whom it concerns; done, or why not. A new account and an
-- end take effect at once. Of a password and a second factor the old ones go on until the person uses the code.
create function clerk_agree(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_part text, p_password text,
    p_function text, p_directive text, p_scope text[])
returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    p account_proposal;
    v_log text := 'proposal ' || p_id;
begin
    if v_by is null then
        return 'nobody';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    select x.* into p from account_proposal x
    where x.id = p_id and proposal_waits(x, p_since) for update;
    if not found then
        return 'gone';
    end if;
    if p.proposed_by = v_by or p.account = v_by then
        return 'own';
    end if;
    if p.what = 'account' then
        if not clerk_account(p.account, p.login, p_password, p.name, p.unit, p_function, p_directive, p_scope,
                p.role = 'lawyer', p.role = 'auditor', p.role = 'administrator', v_log, p_now) then
            return 'taken';
        end if;
    elsif p.what = 'end' then
        perform clerk_account_end(a.login, v_log, p_now) from account a where a.id = p.account;
    end if;
    update account_proposal x
    set outcome = 'agreed', closed_by = v_by, closed = p_now,
        second_part = case when x.what <> 'end' then p_part end
    where x.id = p_id;
    return 'agreed';
end $$;

-- Proposals, or the one with an id: those that wait first, then those that somebody stopped of late, then the newest.
-- What lost its effect because of something else has the outcome 'void'.
create function clerk_proposals(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_account text, p_from int, p_limit int)
returns table (id bigint, what text, account text, login text, name bytea, unit text, role text, reason bytea,
    proposed_by text, proposed timestamptz, outcome text, closed_by text, closed timestamptz,
    objected timestamptz, used timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.id, p.what, p.account, coalesce(p.login, a.login), coalesce(p.name, a.name),
        coalesce(p.unit, m.unit), coalesce(p.role, case when a.lawyer then 'lawyer' else account_kind(a) end),
        p.reason, p.proposed_by, p.proposed,
        case when p.outcome is null and p.proposed > p_since and not proposal_waits(p, p_since)
            or p.outcome = 'agreed' and p.what <> 'end' and p.used is null and not proposal_code_stands(p)
            then 'void' else p.outcome end,
        p.closed_by, p.closed, p.objected, p.used
    from account_proposal p
    left join account a on a.id = p.account
    left join lateral first_mandate(a.id) m on true
    where administrator_of(p_token, p_now) is not null
        and (p_id is null or p.id = p_id) and (p_account is null or p.account = p_account)
    order by not proposal_waits(p, p_since), coalesce(p.objected, '-infinity') <= p_since, p.id desc
    offset p_from limit p_limit
$$;

-- What administrators see of an account beside its row: nothing of a case.
create function clerk_account_states(p_token bytea, p_now timestamptz)
returns table (account text, factor boolean, codes bigint, sessions bigint, signed_in timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.id,
        exists (select 1 from second_factor f where f.account = a.id and f.is_on),
        (select count(1) from recovery_code r where r.account = a.id),
        (select count(1) from session s where s.account = a.id and s.expires > p_now),
        (select l.at from last_sign_in l where l.account = a.id)
    from account a
    where administrator_of(p_token, p_now) is not null
$$;

-- What was done with an account, the newest first.
create function clerk_account_history(p_token bytea, p_now timestamptz, p_account text)
returns table (what text, by text, at timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select h.what, h.by, h.at
    from (select l.what, l.by, l.at, l.place from account_log l where l.account = p_account
        union all
        select 'objected', 'proposal ' || p.id, p.objected, null from account_proposal p
        where p.account = p_account and p.objected is not null) h
    where administrator_of(p_token, p_now) is not null
    order by h.at desc, h.place desc limit 50
$$;

-- Signs somebody out everywhere; who is still welcome signs in again. In how many places, or null if it may not be.
create function clerk_sessions_end(p_token bytea, p_now timestamptz, p_account text) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    v_n int;
begin
    if v_by is null or not exists (select 1 from account a where a.id = p_account and a.ended is null) then
        return null;
    end if;
    delete from session s where s.account = p_account and s.token <> p_token;
    get diagnostics v_n = row_count;
    insert into account_log (account, what, by, at) values (p_account, 'sessions ended', v_by, p_now);
    return v_n;
end $$;

-- The agreed proposal of this login that has this code, if the code still stands.
create function door_code(p_login text, p_first text, p_second text, p_since timestamptz)
returns table (proposal bigint, what text, account text, kind text, lawyer boolean, function text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.id, p.what, a.id, account_kind(a), coalesce(a.lawyer, false), m.function
    from account a
    cross join lateral first_mandate(a.id) m
    join account_proposal p on p.account = a.id
    where a.login = p_login and proposal_code_stands(p) and p.closed > p_since
        and p.first_part = p_first and p.second_part = p_second
$$;

-- Uses a code: from now on the account has this password, and nobody is signed in to it.
create function clerk_code_password(p_id bigint, p_password text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_account text;
begin
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    update account_proposal p set used = p_now
    where p.id = p_id and p.what in ('account', 'password') and proposal_code_stands(p)
    returning p.account into v_account;
    if v_account is null then
        return false;
    end if;
    update account set password = p_password where id = v_account and ended is null;
    delete from session where account = v_account;
    insert into account_log (account, what, by, at) values (v_account, 'password', 'proposal ' || p_id, p_now);
    return true;
end $$;

-- Uses a code for a second factor; the caller makes it in the same transaction.
create function clerk_code_factor(p_id bigint, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('account proposal', 0));
    update account_proposal p set used = p_now
    where p.id = p_id and p.what = 'factor' and proposal_code_stands(p);
    return found;
end $$;

-- What administrators proposed about the account of this session, for the person to see.
create function door_notices(p_token bytea, p_now timestamptz, p_since timestamptz)
returns table (id bigint, what text, proposed timestamptz, outcome text, closed timestamptz,
    objected timestamptz, used timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select p.id, p.what, p.proposed, p.outcome, p.closed, p.objected, p.used
    from session s join account_proposal p on p.account = s.account
    where s.token = p_token and s.expires > p_now and p.what in ('password', 'factor') and p.proposed > p_since
    order by p.id desc
$$;

-- The person did not ask for it: it has no effect any more. Whether it was in time.
create function clerk_object(p_token bytea, p_now timestamptz, p_id bigint) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update account_proposal p set objected = p_now
    from session s
    where s.token = p_token and s.expires > p_now and s.account = p.account and p.id = p_id
        and p.what in ('password', 'factor') and p.used is null and p.objected is null
        and coalesce(p.outcome, 'agreed') = 'agreed';
    return found;
end $$;

-- What becomes of a unit: proposed by an administrator, and made when another agrees. See decision 196.

create table unit_change (
    id          bigint generated always as identity primary key,
    what        text not null check (what in ('renamed', 'moved', 'merged', 'closed')),
    unit        text not null references unit (id),
    other       text references unit (id),
    names       jsonb check (jsonb_typeof(names) = 'object'),
    from_day    date not null,
    reason      text not null,
    proposed_by text not null references account (id),
    proposed    timestamptz not null,
    outcome     text check (outcome in ('agreed', 'declined', 'withdrawn')),
    closed_by   text references account (id),
    closed      timestamptz,
    check ((outcome is null) = (closed_by is null) and (outcome is null) = (closed is null)),
    check (outcome is distinct from 'agreed' or closed_by <> proposed_by),
    check ((what = 'renamed') = (names is not null)),
    check ((what in ('moved', 'merged')) = (other is not null)),
    check (other <> unit)
);
comment on table unit_change is
    '[register] What an administrator proposed to do with a unit, and what became of it. The clerk reads it. What was '
    'agreed to holds from its day on. Each change of a row is an event of register/units.';
comment on column unit_change.id is 'The proposal.';
comment on column unit_change.what is
    'Another name, another place in the tree, a merger with another unit, or its end.';
comment on column unit_change.unit is 'The unit.';
comment on column unit_change.other is 'The unit above from then on, or the one into which it is merged.';
comment on column unit_change.names is 'Its names from then on, by language; English is among them.';
comment on column unit_change.from_day is 'The first day on which it holds, in the zone of each directive.';
comment on column unit_change.reason is
    'Why, in the words of the administrator who proposed it. In plain: it is about no person.';
comment on column unit_change.proposed_by is 'The administrator who proposed it.';
comment on column unit_change.proposed is 'When.';
comment on column unit_change.outcome is 'What became of it; null while it waits.';
comment on column unit_change.closed_by is 'Who agreed, declined or withdrew it.';
comment on column unit_change.closed is 'When.';

create function unit_change_text(c unit_change) returns text language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'id', c.id::text, 'what', c.what, 'unit', c.unit, 'other', c.other, 'names', c.names, 'from', c.from_day,
        'reason', c.reason, 'by', c.proposed_by, 'at', (extract(epoch from c.proposed) * 1000000)::bigint,
        'outcome', c.outcome, 'closed by', c.closed_by,
        'closed', (extract(epoch from c.closed) * 1000000)::bigint))::text
$$;

create function log_unit_change() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/units', 'unit-change', unit_change_text(new), now());
    return null;
end $$;
create trigger unit_change_logged after insert or update on unit_change
    for each row execute function log_unit_change();
create trigger unit_change_stays before delete or truncate on unit_change
    for each statement execute function stays();

-- Whether it still waits: neither closed nor too old, and who proposed it has not ended.
create function unit_change_waits(c unit_change, p_since timestamptz) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select c.outcome is null and c.proposed > p_since
        and exists (select 1 from account a where a.id = c.proposed_by and a.administrator and a.ended is null)
$$;

-- Whether the units can be so: a directive's newest version has both or neither of two that merge, with one function,
-- and the unit above one that moves where it has that one; an issuer stays. What an area is only the pack says.
create function unit_change_fits(p_what text, p_unit text, p_other text) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select not exists (
        select 1 from (select distinct on (x.id) x.hash from directive x order by x.id, x.place desc) d
        left join authority u on u.directive = d.hash and u.id = p_unit
        left join authority o on o.directive = d.hash and o.id = p_other
        where p_what = 'merged' and u.function is distinct from o.function
            or p_what = 'moved' and u.id is not null and o.id is null
            or p_what <> 'renamed' and u.id is not null and u.parent is null)
$$;

-- Proposes: the id of the proposal, or why not.
create function clerk_unit_propose(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_what text, p_unit text, p_other text, p_names jsonb,
    p_from date, p_reason text)
returns table (came text, proposal bigint)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_by text := administrator_of(p_token, p_now);
begin
    perform pg_advisory_xact_lock(hashtextextended('unit change', 0));
    came := case
        when v_by is null then 'nobody'
        when not exists (select 1 from unit u where u.id = p_unit)
            or p_other is not null and not exists (select 1 from unit u where u.id = p_other) then 'unknown'
        when not unit_change_fits(p_what, p_unit, p_other) then 'misplaced'
        when exists (select 1 from unit_change c where c.unit = p_unit and unit_change_waits(c, p_since)) then 'waiting'
        when (select count(1) from unit_change c
            where c.proposed_by = v_by and unit_change_waits(c, p_since)) >= 20 then 'many'
        else 'proposed' end;
    if came = 'proposed' then
        insert into unit_change (what, unit, other, names, from_day, reason, proposed_by, proposed)
        values (p_what, p_unit, p_other, p_names, p_from, p_reason, v_by, p_now)
        returning id into proposal;
    end if;
    return next;
end $$;

-- Agrees, by another administrator than who proposed it; done, or why not. How many changes the caller knew when it
-- found this one possible decides whether it still is.
create function clerk_unit_agree(p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_known bigint)
returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    c unit_change;
begin
    if v_by is null then
        return 'nobody';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('unit change', 0));
    select x.* into c from unit_change x where x.id = p_id and unit_change_waits(x, p_since) for update;
    if not found then
        return 'gone';
    end if;
    if c.proposed_by = v_by then
        return 'own';
    end if;
    if (select count(1) from unit_change x where x.outcome = 'agreed') <> p_known then
        return 'changed';
    end if;
    if not unit_change_fits(c.what, c.unit, c.other) then
        return 'misplaced';
    end if;
    update unit_change x set outcome = 'agreed', closed_by = v_by, closed = p_now where x.id = p_id;
    return 'agreed';
end $$;

-- Declined by another administrator, or withdrawn by the one who proposed it.
create function clerk_unit_close(p_token bytea, p_now timestamptz, p_id bigint) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    v_outcome text;
begin
    update unit_change c
    set outcome = case when c.proposed_by = v_by then 'withdrawn' else 'declined' end,
        closed_by = v_by, closed = p_now
    where c.id = p_id and c.outcome is null and v_by is not null
    returning c.outcome into v_outcome;
    return v_outcome;
end $$;
