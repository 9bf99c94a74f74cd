-- The register of units: one for the office and all its directives. Which units there are follows from the packs that
-- were loaded; what becomes of one is proposed by an administrator and made when another agrees. See decision 196.

create table unit (
    id        text primary key,
    parent    text,
    directive text not null references directive (hash),
    founded   timestamptz not null
);
comment on table unit is
    '[register] Every unit that the office has or had. The clerk reads it. What became of one since is in '
    'unit_change. Each row is in an event of register/units.';
comment on column unit.id is 'The unit, such as jl-yanji-fa; authority.id where a directive has it in its tree.';
comment on column unit.parent is
    'The unit above, as the first pack said that has one above it; null as long as none does. Moves are in unit_change.';
comment on column unit.directive is 'The version with which it came.';
comment on column unit.founded is 'When that version was loaded.';

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

create function unit_text(u unit) returns text language sql stable set search_path = exeat, pg_temp as $$
    select concat_ws(' ', u.id, coalesce(u.parent, '-'), u.directive,
        (extract(epoch from u.founded) * 1000000)::bigint)
$$;

create function unit_change_text(c unit_change) returns text language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'id', c.id::text, 'what', c.what, 'unit', c.unit, 'other', c.other, 'names', c.names, 'from', c.from_day,
        'reason', c.reason, 'by', c.proposed_by, 'at', (extract(epoch from c.proposed) * 1000000)::bigint,
        'outcome', c.outcome, 'closed by', c.closed_by,
        'closed', (extract(epoch from c.closed) * 1000000)::bigint))::text
$$;

-- One event for all units of a pack.
create function log_units() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/units', 'units-founded', jsonb_build_object(
        'id', min(u.directive), 'units', jsonb_agg(unit_text(u) order by u.id collate "C"))::text, now())
    from named n join unit u on u.id = n.id having count(1) > 0;
    return null;
end $$;
create trigger units_logged after insert on unit referencing new table as named
    for each statement execute function log_units();
create trigger units_placed after update on unit referencing new table as named
    for each statement execute function log_units();
create trigger units_stay before delete or truncate on unit for each statement execute function stays();

create function log_unit_change() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register_of('register/units', 'unit-change', unit_change_text(new), now());
    return null;
end $$;
create trigger unit_change_logged after insert or update on unit_change
    for each row execute function log_unit_change();
create trigger unit_change_stays before delete or truncate on unit_change
    for each statement execute function stays();

-- A pack was loaded: the register gets the units that it does not have yet, and where they stand if no pack said so.
create function found_units() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    insert into unit as u (id, parent, directive, founded)
    select distinct on (n.id) n.id, n.parent, n.directive, d.loaded
    from named n join directive d on d.hash = n.directive
    order by n.id, d.place
    on conflict (id) do update set parent = excluded.parent
        where u.parent is null and excluded.parent is not null;
    return null;
end $$;
create trigger authority_founds after insert on authority referencing new table as named
    for each statement execute function found_units();

-- Those of the packs that are there already, each where the newest of them has it.
insert into unit (id, parent, directive, founded)
select distinct on (a.id) a.id, (
        select x.parent from authority x join directive y on y.hash = x.directive
        where x.id = a.id and x.parent is not null order by y.place desc limit 1),
    a.directive, d.loaded
from authority a join directive d on d.hash = a.directive
order by a.id, d.place;

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

grant select on unit, unit_change to ${clerk};
grant execute on function
    clerk_unit_agree(bytea, timestamptz, timestamptz, bigint, bigint),
    clerk_unit_close(bytea, timestamptz, bigint),
    clerk_unit_propose(bytea, timestamptz, timestamptz, text, text, text, jsonb, date, text)
    to ${clerk};
