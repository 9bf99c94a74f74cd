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
