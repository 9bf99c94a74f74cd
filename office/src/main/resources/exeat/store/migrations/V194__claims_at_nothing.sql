-- A claim to protection that met no case, or nobody in one, is written down like any other: whoever watches how the
-- log grows does not learn from it whether there is such a case. Neither the number that was typed nor the words are.

create table claim_at_nothing (
    id text primary key                     -- keyed hash of who claimed and under which key
);

create function claim_at_nothing_text(c claim_at_nothing) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_build_object('id', c.id)::text
$$;

create function log_claim_at_nothing() returns trigger language plpgsql
set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/claims', 'claimed-at-nothing', claim_at_nothing_text(new), now());
    return null;
end $$;

create trigger claim_at_nothing_logged after insert on claim_at_nothing
    for each row execute function log_claim_at_nothing();
create trigger claim_at_nothing_stays before update or delete or truncate on claim_at_nothing
    for each statement execute function stays();

-- Whether it is the first under its key.
create function clerk_claim_at_nothing(p_id text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into claim_at_nothing (id) values (p_id) on conflict (id) do nothing;
    return found;
end $$;

grant execute on function clerk_claim_at_nothing(text) to ${clerk};
