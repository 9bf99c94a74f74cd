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

-- What was done with an account, by whom and when.
create function account_log_text(l account_log) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', l.account, 'what', l.what, 'by', l.by,
        'at', (extract(epoch from l.at) * 1000000)::bigint)::text
$$;

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

-- Whoever has one already, and what was done before, is written down first.
do $$
declare
    f second_factor;
    l account_log;
begin
    for l in select x.* from account_log x order by x.place loop
        perform write_register('account-logged', account_log_text(l));
    end loop;
    for f in select x.* from second_factor x order by x.account loop
        perform write_register('factor-set', factor_text(f.account));
        perform write_register('codes-set', codes_text(f.account));
    end loop;
end $$;

create trigger account_log_kept after insert on account_log
    for each row execute function log_account_log();
create trigger factor_given after insert or delete on second_factor
    for each row execute function log_factor();
create trigger factor_changed after update on second_factor
    for each row when ((old.account, old.generation, old.is_on)
        is distinct from (new.account, new.generation, new.is_on))
    execute function log_factor();
create trigger codes_given after insert on recovery_code referencing new table as changed
    for each statement execute function log_codes();
create trigger codes_taken after delete on recovery_code referencing old table as changed
    for each statement execute function log_codes();
create trigger codes_never_changed before update or truncate on recovery_code
    for each statement execute function stays();
create trigger factor_never_emptied before truncate on second_factor
    for each statement execute function stays();
