-- Failed attempts to sign in are kept for as long as they count, and not for a day.

drop function door_sweep(timestamptz);

create function door_sweep(p_now timestamptz, p_attempts timestamptz) returns void
language sql security definer set search_path = exeat, pg_temp as $$
    delete from session where expires <= p_now;
    delete from attempt where at <= p_attempts
$$;

grant execute on function door_sweep(timestamptz, timestamptz) to ${door};
