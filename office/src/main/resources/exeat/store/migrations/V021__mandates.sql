-- Who may act and who may look is in the log as well: each change of an account or of its scope is
-- an event of a stream of its own, written by triggers, whichever function made the change.

alter table stream drop constraint stream_kind_check;
alter table stream add constraint stream_kind_check
    check (kind in ('case', 'briefing', 'issue', 'register'));

-- An account's row as its event says it. What is secret or sealed is there as its hash alone; what
-- is not set is left out, so that a column that comes later changes nothing.
create function account_text(a account) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(to_jsonb(a) || jsonb_build_object(
        'password', encode(sha256(convert_to(a.password, 'UTF8')), 'hex'),
        'name', encode(sha256(a.name), 'hex'),
        'demo_password', encode(sha256(convert_to(a.demo_password, 'UTF8')), 'hex')))::text
$$;

create function scope_text(p_account text) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', p_account, 'scope', coalesce((
        select jsonb_agg(s.authority order by s.authority collate "C") from scope s
        where s.account = p_account), '[]'))::text
$$;

create function write_register(p_type text, p_payload text) returns void
language plpgsql set search_path = exeat, pg_temp as $$
declare
    v_key constant text := 'register/mandates';
    v_stream bigint;
    v_sequence bigint;
    v_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_hash bytea := sha256(v_salt || convert_to(p_payload, 'UTF8'));
    v_leaf bytea;
begin
    insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
    values (v_key, 'register', 0, '', '', '', '') on conflict (key) do nothing;
    update stream set version = version + 1 where key = v_key returning id, version
        into v_stream, v_sequence;
    v_leaf := leaf_of(v_key, v_sequence, p_type, now(), 'clerk', null, v_hash);
    insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf)
    values (v_stream, v_sequence, p_type, now(), 'clerk', null, v_hash, v_leaf);
    insert into event_payload (stream, sequence, salt, sealed)
    values (v_stream, v_sequence, v_salt, convert_to(p_payload, 'UTF8'));
    insert into ledger_queue (stream, sequence, leaf, queued)
    values (v_stream, v_sequence, v_leaf, now());
end $$;

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

-- Whoever is there already is written down first.
do $$
declare
    a account;
begin
    for a in select x.* from account x order by x.id loop
        perform write_register('account-set', account_text(a));
        perform write_register('scope-set', scope_text(a.id));
    end loop;
end $$;

create trigger account_logged after insert or update or delete on account
    for each row execute function log_account();
create trigger scope_given after insert on scope referencing new table as changed
    for each statement execute function log_scope();
create trigger scope_taken after delete on scope referencing old table as changed
    for each statement execute function log_scope();
create trigger scope_never_changed before update or truncate on scope
    for each statement execute function stays();
