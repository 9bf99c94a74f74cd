-- Payload and salt of a step can go, where a later event of its stream says that something was erased;
-- else they stay, as every event does.

drop trigger event_payload_stays on event_payload;

create function goes_with_an_erasure() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from exeat.event e where e.stream = old.stream
            and e.type = 'erased' and e.sequence > old.sequence) then
        raise exception 'what happened is never changed: % of %', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return old;
end $$;

create trigger event_payload_stays before update or truncate on event_payload
    for each statement execute function stays();
create trigger event_payload_goes before delete on event_payload
    for each row execute function goes_with_an_erasure();

create index event_erased on event (stream, sequence) where type = 'erased';

insert into event_right (kind, type, writers) values
    ('case', 'erased', '{officer,party,clock}'),
    ('case', 'erasure-proposed', '{officer}'),
    ('case', 'file-kept', '{officer}'),
    ('case', 'file-freed', '{officer}');

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
    select t.key, e.sequence, e.at, p.sealed, k.wrapped
    from event e join stream t on t.id = e.stream
    join event_payload p on p.stream = e.stream and p.sequence = e.sequence
    join stream_key k on k.stream = t.id
    where e.type = 'erased' order by t.key, e.sequence
$$;

grant execute on function clerk_resting(text, timestamptz, text, int), clerk_erased() to ${clerk};
