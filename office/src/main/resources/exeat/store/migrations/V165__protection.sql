-- A claim to protection may be made by anybody, also by somebody who has not signed in; the person is
-- heard by a protection officer; the clock lets the hours pass; the person admits one recipient.

update event_right set writers = '{stranger,party,officer}'
where kind = 'case' and type = 'protection-claimed';

insert into event_right (kind, type, writers) values
    ('case', 'protection-heard', '{officer}'),
    ('case', 'protection-lapsed', '{clock}'),
    ('case', 'protection-escalated', '{clock}'),
    ('case', 'protection-admitted', '{party}');

-- The case with a number, for a claim at the door: whoever makes one is not told that there is one.
create function door_case(p_number text) returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t where t.number = p_number and t.kind = 'case'
$$;

revoke execute on function door_case(text) from public;
grant execute on function door_case(text) to ${door};
