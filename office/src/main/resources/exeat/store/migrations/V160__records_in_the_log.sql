-- An imported record is in the log as well: a forged one has an id that fits its own text, so that
-- only an event can say that nobody imported it.

create function record_text(r imported_record) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', r.id, 'file', r.file_name, 'imported', moment(r.imported),
        'content', encode(sha256(convert_to(r.content, 'UTF8')), 'hex'))::text
$$;

create function log_record() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        perform write_register('record-removed', jsonb_build_object('id', old.id)::text);
    else
        perform write_register('record-set', record_text(new));
    end if;
    return null;
end $$;

-- What was imported before is written down first.
do $$
declare
    r imported_record;
begin
    for r in select x.* from imported_record x order by x.id loop
        perform write_register('record-set', record_text(r));
    end loop;
end $$;

create trigger record_logged after insert or update or delete on imported_record
    for each row execute function log_record();
create trigger record_never_emptied before truncate on imported_record
    for each statement execute function stays();

-- Three columns compared as one row are another text after a restore, and the audit compares texts.
drop trigger factor_changed on second_factor;
create trigger factor_changed after update on second_factor for each row
    when (old.account is distinct from new.account
        or old.generation is distinct from new.generation
        or old.is_on is distinct from new.is_on)
    execute function log_factor();

-- A database that was made by 0.1.0 let everybody execute what is in the schema; one made since does not.
revoke execute on all functions in schema exeat from public;
alter default privileges revoke execute on functions from public;
