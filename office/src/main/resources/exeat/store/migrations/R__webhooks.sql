-- Functions of webhooks that have changed since they were first numbered, as they are now. Run again
-- whenever this file changes.

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p
        where p.pronamespace = 'exeat'::regnamespace and p.proname in (
            'clerk_webhook_spread', 'clerk_webhook_due', 'clerk_webhook_failed',
            'clerk_webhook_again')
    loop
        execute 'drop function ' || f;
    end loop;
end $$;

-- Makes deliveries of what the log has got since, for subscriptions that stand; says how many entries
-- were looked at. Nothing is told of a case in which somebody ever claimed protection.
create function clerk_webhook_spread(p_now timestamptz, p_limit int, p_before timestamptz)
returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_from bigint;
    v_to bigint;
begin
    select m.place into v_from from webhook_mark m for update;
    select coalesce(max(l.place) + 1, 0) into v_to from ledger_leaf l;
    if exists (select 1 from webhook w where w.is_on) then
        v_to := least(v_to, v_from + p_limit);
        insert into webhook_delivery (webhook, place, entry, subject, type, at, authority, due)
        select w.id, l.place, encode(l.entry, 'hex'), t.key, e.type, e.at, e.authority, p_now
        from ledger_leaf l
        join event e on e.stream = l.stream and e.sequence = l.sequence
        join stream t on t.id = l.stream and t.kind = 'case'
        join webhook w on w.is_on and w.directive = t.directive_id and e.type = any (w.types) and w.made <= e.at
        where l.place >= v_from and l.place < v_to
            and exists (select 1 from case_authority c
                where c.stream = t.id and c.authority = any (w.units))
            and not protection_sought(t.id)
        on conflict do nothing;
    end if;
    -- What still waits of whoever seeks protection meanwhile.
    delete from webhook_delivery d using stream t
    where t.key = d.subject and protection_sought(t.id);
    -- Nothing grows for ever of what nobody asks for.
    delete from webhook_delivery d where d.dead < p_before;
    delete from webhook_delivery d using webhook w
    where w.id = d.webhook and not w.is_on and w.off_at < p_before;
    update webhook_mark set place = greatest(place, v_to);
    return greatest(v_to - v_from, 0)::int;
end $$;

-- The next to be told of each subscription, or of one, where it is time. The one before must have
-- arrived, or have been given up.
create function clerk_webhook_due(p_now timestamptz, p_id uuid)
returns table (id uuid, url text, generation int, both_until timestamptz, place bigint, entry text,
    subject text, type text, at timestamptz, authority text, tries int)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select w.id, w.url, w.generation, w.both_until, d.place, d.entry, d.subject, d.type, d.at,
        d.authority, d.tries
    from webhook w
    cross join lateral (select x.* from webhook_delivery x
        where x.webhook = w.id and x.dead is null and not exists (
            select 1 from stream t where t.key = x.subject and protection_sought(t.id))
        order by x.place limit 1) d
    where w.is_on and d.due <= p_now and (p_id is null or w.id = p_id)
$$;

-- Whether the subscription still stands.
create function clerk_webhook_failed(p_id uuid, p_place bigint, p_status text,
    p_due timestamptz, p_now timestamptz, p_off text) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    update webhook_delivery d set tries = d.tries + 1, status = p_status,
        due = coalesce(p_due, d.due), dead = case when p_due is null then p_now end
    where d.webhook = p_id and d.place = p_place;
    update webhook w set failing = coalesce(w.failing, p_now) where w.id = p_id;
    update webhook w set is_on = false, why_off = p_off, off_at = p_now
    where w.id = p_id and p_off is not null;
    return exists (select 1 from webhook w where w.id = p_id and w.is_on);
end $$;

-- What was given up is told again, and the subscription stands again if it did not; says how many.
create function clerk_webhook_again(p_id uuid, p_now timestamptz) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_n int;
begin
    update webhook w set is_on = true, why_off = null, off_at = null, failing = null where w.id = p_id;
    if not found then
        return -1;
    end if;
    update webhook_delivery d set due = p_now where d.webhook = p_id and d.dead is null;
    update webhook_delivery d set dead = null, tries = 0, due = p_now
    where d.webhook = p_id and d.dead is not null;
    get diagnostics v_n = row_count;
    return v_n;
end $$;

grant execute on function clerk_webhook_spread(timestamptz, int, timestamptz),
    clerk_webhook_due(timestamptz, uuid),
    clerk_webhook_failed(uuid, bigint, text, timestamptz, timestamptz, text),
    clerk_webhook_again(uuid, timestamptz) to ${clerk};
