-- A traveller signs in with one statement: the session is not read again for what its row says.

drop function door_open_party(
    bytea, text, bytea[], timestamptz, timestamptz, text[], int[], timestamptz);

-- Opens the session of whoever has this secret in this case; an attempt that succeeds does not count.
create function door_open_party(
    p_token bytea, p_number text, p_hashes bytea[], p_expires timestamptz, p_now timestamptz,
    p_subjects text[], p_most int[], p_since timestamptz)
returns table (
    open boolean, case_key text, traveller int, directive text, expires timestamptz)
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_stream bigint;
begin
    open := door_try(p_subjects, p_most, p_since, p_now);
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
        perform door_take_back(p_subjects, p_now);
    end if;
    return next;
end $$;

grant execute on function
    door_open_party(bytea, text, bytea[], timestamptz, timestamptz, text[], int[], timestamptz)
    to ${door};
