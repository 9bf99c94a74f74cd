-- Webhooks: who outside is told that something happened, and never what. What is to be told follows the public log,
-- beside the commands, so that no subscriber can make one wait.

create table webhook (
    id         uuid primary key,
    directive  text not null,
    unit       text not null,
    units      text[] not null,
    types      text[] not null,
    url        text not null,
    generation int not null default 1,
    both_until timestamptz,
    made       timestamptz not null,
    made_by    text not null,
    is_on      boolean not null default true,
    why_off    text,
    failing    timestamptz,
    delivered  bigint not null default 0,
    off_at     timestamptz
);
comment on table webhook is '[webhooks] The subscriptions of other systems. Read by functions of the clerk.';
comment on column webhook.id is 'The subscription.';
comment on column webhook.directive is 'The directive whose cases it hears of, as directive.id.';
comment on column webhook.unit is 'The unit in whose name it was made, as authority.id.';
comment on column webhook.units is 'The units whose cases it hears of, as authority.id.';
comment on column webhook.types is 'The events that it hears of, as event.type.';
comment on column webhook.url is 'Where it is told.';
comment on column webhook.generation is 'Which secret: it is made from the office''s keys, the id and this.';
comment on column webhook.both_until is 'Until then the secret before signs too.';
comment on column webhook.made is 'When it was made; what was before is not told.';
comment on column webhook.made_by is 'The account or operator who made it.';
comment on column webhook.is_on is
    'Whether it stands. One that is off is told nothing, and nothing is kept for it from then on.';
comment on column webhook.why_off is 'Why it does not.';
comment on column webhook.failing is 'Since when nothing arrived; null while all does.';
comment on column webhook.delivered is 'How many messages arrived.';
comment on column webhook.off_at is 'Since when it is off.';

create table webhook_delivery (
    webhook   uuid not null references webhook (id) on delete cascade,
    place     bigint not null,
    entry     text not null,
    subject   text not null,
    type      text not null,
    at        timestamptz not null,
    authority text,
    tries     int not null default 0,
    due       timestamptz not null,
    status    text,
    dead      timestamptz,
    primary key (webhook, place)
);
comment on table webhook_delivery is
    '[webhooks] Messages that wait, or that were given up. A row goes when its message has arrived. Nothing is told'
    ' of a case in which somebody ever claimed protection. Read by functions of the clerk.';
comment on column webhook_delivery.webhook is 'The subscription.';
comment on column webhook_delivery.place is
    'The place in the public log, see ledger_span.place: the order in which messages are sent. No foreign key: the '
    'log never loses a place.';
comment on column webhook_delivery.entry is 'The entry in the public log, in hexadecimal.';
comment on column webhook_delivery.subject is 'The case, as stream.key.';
comment on column webhook_delivery.type is 'What happened, as event.type.';
comment on column webhook_delivery.at is 'When it happened.';
comment on column webhook_delivery.authority is 'The unit that acted, as event.authority.';
comment on column webhook_delivery.tries is 'How often it was tried.';
comment on column webhook_delivery.due is 'When it is tried next.';
comment on column webhook_delivery.status is 'What came of the last try.';
comment on column webhook_delivery.dead is 'Since when it is given up, until somebody sends it again.';

-- The next of a subscription, past whatever was given up before it; and what was given up, by when.
create index webhook_delivery_next on webhook_delivery (webhook, place) where dead is null;
create index webhook_delivery_dead on webhook_delivery (dead) where dead is not null;

create table webhook_mark (
    one   boolean primary key default true check (one),
    place bigint not null
);
comment on table webhook_mark is '[webhooks] How far the log has been told. Read by functions of the clerk.';
comment on column webhook_mark.one is 'Always true: there is one row.';
comment on column webhook_mark.place is 'The first place in the log that was not looked at yet.';

insert into webhook_mark (place) values (0);

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
    v_to := ledger_size();
    if exists (select 1 from webhook w where w.is_on) then
        v_to := least(v_to, v_from + p_limit);
        insert into webhook_delivery (webhook, place, entry, subject, type, at, authority, due)
        select w.id, l.place, encode(l.entry, 'hex'), t.key, e.type, e.at, e.authority, p_now
        from ledger_placed(v_from, v_to) l
        join event e on e.stream = l.stream and e.sequence = l.sequence
        join stream t on t.id = l.stream and t.kind = 'case'
        join webhook w on w.is_on and w.directive = t.directive_id and e.type = any (w.types) and w.made <= e.at
        where exists (select 1 from case_authority c
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

create function clerk_webhook_sent(p_id uuid, p_place bigint) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    delete from webhook_delivery d where d.webhook = p_id and d.place = p_place;
    if found then
        update webhook w set delivered = w.delivered + 1, failing = null where w.id = p_id;
    end if;
end $$;

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

create function clerk_webhook_failing(p_id uuid) returns timestamptz
language sql stable security definer set search_path = exeat, pg_temp as $$
    select w.failing from webhook w where w.id = p_id
$$;

create function clerk_webhook_add(p_id uuid, p_directive text, p_unit text, p_units text[],
    p_types text[], p_url text, p_by text, p_now timestamptz) returns void
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    -- From now on: what was before is not told.
    if not exists (select 1 from webhook) then
        update webhook_mark set place = ledger_size();
    end if;
    insert into webhook (id, directive, unit, units, types, url, made, made_by)
    values (p_id, p_directive, p_unit, p_units, p_types, p_url, p_now, p_by);
end $$;

create function clerk_webhooks()
returns table (id uuid, unit text, types text[], url text, generation int,
    both_until timestamptz, made timestamptz, made_by text, is_on boolean, why_off text,
    failing timestamptz, delivered bigint, waiting bigint, dead bigint, oldest timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select w.id, w.unit, w.types, w.url, w.generation, w.both_until, w.made, w.made_by,
        w.is_on, w.why_off, w.failing, w.delivered,
        (select count(*) from webhook_delivery d where d.webhook = w.id and d.dead is null),
        (select count(*) from webhook_delivery d where d.webhook = w.id and d.dead is not null),
        (select min(d.at) from webhook_delivery d where d.webhook = w.id and d.dead is null)
    from webhook w order by w.made, w.id
$$;

create function clerk_webhook_dead(p_id uuid)
returns table (place bigint, entry text, type text, at timestamptz, tries int, status text,
    dead timestamptz)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select d.place, d.entry, d.type, d.at, d.tries, d.status, d.dead from webhook_delivery d
    where d.webhook = p_id and d.dead is not null order by d.place
$$;

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

create function clerk_webhook_rotate(p_id uuid, p_until timestamptz) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_generation int;
begin
    update webhook w set generation = w.generation + 1, both_until = p_until where w.id = p_id
    returning w.generation into v_generation;
    return coalesce(v_generation, 0);
end $$;

create function clerk_webhook_remove(p_id uuid) returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    delete from webhook w where w.id = p_id;
    return found;
end $$;

-- By two administrators: what tells a system outside, or stops telling it. One proposes, and it is done when another
-- agrees; the functions look at the session themselves. See decision 208. Operators do the same at the shell.

create table webhook_change (
    id          bigint generated always as identity primary key,
    what        text not null check (what in ('added', 'secret', 'paused', 'resumed', 'removed')),
    webhook     uuid not null,
    directive   text,
    unit        text references unit (id),
    types       text[],
    url         text,
    generation  int,
    reason      text not null,
    proposed_by text not null references account (id),
    proposed    timestamptz not null,
    outcome     text check (outcome in ('agreed', 'declined', 'withdrawn')),
    closed_by   text references account (id),
    closed      timestamptz,
    check ((outcome is null) = (closed_by is null) and (outcome is null) = (closed is null)),
    check (outcome is distinct from 'agreed' or closed_by <> proposed_by),
    check ((what = 'added') = (directive is not null and unit is not null and types is not null and url is not null)),
    check ((what in ('added', 'secret')) = (generation is not null))
);
comment on table webhook_change is
    '[webhooks] What an administrator proposed about a subscription, and what became of it. Nobody reads it but functions '
    'for administrators. Each change is an event of register/mandates.';
comment on column webhook_change.id is 'The proposal, as webhook.made_by names it after "proposal ".';
comment on column webhook_change.what is
    'A new subscription, another secret, a pause, its end, or that it stands again and is told what was given up.';
comment on column webhook_change.webhook is
    'The subscription. Of a new one the id that it gets, and one that was removed is gone; so there is no foreign key.';
comment on column webhook_change.directive is 'Of a new one: the directive whose cases it hears of, as directive.id.';
comment on column webhook_change.unit is 'Of a new one: the unit in whose name it is.';
comment on column webhook_change.types is 'Of a new one: the events that it hears of, as event.type.';
comment on column webhook_change.url is 'Of a new one: where it is told.';
comment on column webhook_change.generation is
    'Of a new one and of another secret: which secret, so that each of the two administrators hands over one half of it.';
comment on column webhook_change.reason is
    'Why, in the words of the administrator who proposed it. In plain: it is about no person.';
comment on column webhook_change.proposed_by is 'The administrator who proposed it.';
comment on column webhook_change.proposed is 'When.';
comment on column webhook_change.outcome is 'What became of it; null while it waits.';
comment on column webhook_change.closed_by is 'Who agreed, declined or withdrew it.';
comment on column webhook_change.closed is 'When.';

create function webhook_change_text(c webhook_change) returns text
language sql stable set search_path = exeat, pg_temp as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'id', c.id::text, 'what', c.what, 'webhook', c.webhook, 'directive', c.directive, 'unit', c.unit,
        'types', c.types, 'url', c.url, 'generation', c.generation, 'reason', c.reason, 'by', c.proposed_by,
        'at', (extract(epoch from c.proposed) * 1000000)::bigint, 'outcome', c.outcome, 'closed by', c.closed_by,
        'closed', (extract(epoch from c.closed) * 1000000)::bigint))::text
$$;

create function log_webhook_change() returns trigger language plpgsql set search_path = exeat, pg_temp as $$
begin
    perform write_register('webhook-proposed', webhook_change_text(new));
    return null;
end $$;
create trigger webhook_change_logged after insert or update on webhook_change
    for each row execute function log_webhook_change();
create trigger webhook_change_stays before delete or truncate on webhook_change
    for each statement execute function stays();

-- Whether it still waits: neither closed nor too old, and who proposed it has not ended.
create function webhook_change_waits(c webhook_change, p_since timestamptz) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select c.outcome is null and c.proposed > p_since
        and exists (select 1 from account a where a.id = c.proposed_by and a.administrator and a.ended is null)
$$;

-- Whether it can be done as things stand: the subscription is there or not, on or off, with the secret that was meant.
create function webhook_change_fits(p_what text, p_webhook uuid, p_generation int) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select case p_what
        when 'added' then not exists (select 1 from webhook w where w.id = p_webhook)
        else exists (select 1 from webhook w where w.id = p_webhook and case p_what
            when 'secret' then w.generation + 1 = p_generation
            when 'paused' then w.is_on
            when 'resumed' then not w.is_on
            else true end) end
$$;

-- Proposes: the id of the proposal, or why not.
create function clerk_webhook_propose(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_what text, p_webhook uuid, p_directive text, p_unit text,
    p_types text[], p_url text, p_generation int, p_reason text)
returns table (came text, proposal bigint)
language plpgsql security definer set search_path = exeat, pg_temp as $$
#variable_conflict use_column
declare
    v_by text := administrator_of(p_token, p_now);
begin
    perform pg_advisory_xact_lock(hashtextextended('webhook change', 0));
    came := case
        when v_by is null then 'nobody'
        when p_what <> 'added' and not exists (select 1 from webhook w where w.id = p_webhook)
            or p_unit is not null and not exists (select 1 from unit u where u.id = p_unit) then 'unknown'
        when not webhook_change_fits(p_what, p_webhook, p_generation) then 'changed'
        when exists (select 1 from webhook_change c where webhook_change_waits(c, p_since)
            and (c.webhook = p_webhook or c.what = 'added' and p_what = 'added'
                and (c.url, c.unit, c.directive) = (p_url, p_unit, p_directive))) then 'waiting'
        when (select count(1) from webhook_change c
            where c.proposed_by = v_by and webhook_change_waits(c, p_since)) >= 20 then 'many'
        else 'proposed' end;
    if came = 'proposed' then
        insert into webhook_change
            (what, webhook, directive, unit, types, url, generation, reason, proposed_by, proposed)
        values (p_what, p_webhook, p_directive, p_unit, p_types, p_url, p_generation, p_reason, v_by, p_now)
        returning id into proposal;
    end if;
    return next;
end $$;

-- Agrees, by another administrator than who proposed it; done, or why not.
create function clerk_webhook_agree(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_units text[], p_both_until timestamptz)
returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    c webhook_change;
begin
    if v_by is null then
        return 'nobody';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('webhook change', 0));
    select x.* into c from webhook_change x where x.id = p_id and webhook_change_waits(x, p_since) for update;
    if not found then
        return 'gone';
    end if;
    -- Nobody gets both halves of one secret, not even by withdrawing a proposal and agreeing to another's.
    if exists (select 1 from webhook_change x where x.proposed_by = v_by
        and (x.id = c.id or (x.webhook, x.generation) = (c.webhook, c.generation))) then
        return 'own';
    end if;
    if not webhook_change_fits(c.what, c.webhook, c.generation) then
        return 'changed';
    end if;
    case c.what
        when 'added' then
            perform clerk_webhook_add(c.webhook, c.directive, c.unit, p_units, c.types, c.url, 'proposal ' || c.id,
                p_now);
        when 'secret' then perform clerk_webhook_rotate(c.webhook, p_both_until);
        when 'paused' then
            update webhook w set is_on = false, why_off = 'paused by proposal ' || c.id, off_at = p_now
            where w.id = c.webhook;
        when 'resumed' then perform clerk_webhook_again(c.webhook, p_now);
        when 'removed' then perform clerk_webhook_remove(c.webhook);
    end case;
    update webhook_change x set outcome = 'agreed', closed_by = v_by, closed = p_now where x.id = p_id;
    return 'agreed';
end $$;

-- Declined by another administrator, or withdrawn by the one who proposed it.
create function clerk_webhook_close(p_token bytea, p_now timestamptz, p_id bigint) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_by text := administrator_of(p_token, p_now);
    v_outcome text;
begin
    update webhook_change c
    set outcome = case when c.proposed_by = v_by then 'withdrawn' else 'declined' end,
        closed_by = v_by, closed = p_now
    where c.id = p_id and c.outcome is null and v_by is not null
    returning c.outcome into v_outcome;
    return v_outcome;
end $$;

-- Proposals, or the one with an id, for administrators: the newest first. What waits comes first.
create function clerk_webhook_changes(
    p_token bytea, p_now timestamptz, p_since timestamptz, p_id bigint, p_from int, p_limit int)
returns table (id bigint, what text, webhook uuid, directive text, unit text, types text[], url text, generation int,
    reason text, proposed_by text, proposed timestamptz, outcome text, closed_by text, closed timestamptz,
    waits boolean)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select c.id, c.what, c.webhook, coalesce(c.directive, a.directive, w.directive),
        coalesce(c.unit, a.unit, w.unit), coalesce(c.types, a.types, w.types), coalesce(c.url, a.url, w.url),
        c.generation, c.reason, c.proposed_by, c.proposed, c.outcome, c.closed_by, c.closed,
        webhook_change_waits(c, p_since)
    from webhook_change c
    left join webhook w on w.id = c.webhook
    left join webhook_change a on a.webhook = c.webhook and a.what = 'added' and a.outcome = 'agreed'
    where administrator_of(p_token, p_now) is not null and (p_id is null or c.id = p_id)
    order by not webhook_change_waits(c, p_since), c.id desc offset p_from limit p_limit
$$;
