-- People's reads: a role that sees the rows of the session named in exeat.session, and no others.

create function reading_session() returns session
language sql stable security definer set search_path = exeat, pg_temp as $$
    select s.token, s.kind, s.account, s.stream, s.traveller, s.expires
    from session s
    where s.token = decode(nullif(current_setting('exeat.session', true), ''), 'hex')
        and s.expires > nullif(current_setting('exeat.now', true), '')::timestamptz
$$;

create function reading_scope() returns text[]
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce(array_agg(sc.authority), '{}') from scope sc
    where sc.account = (reading_session()).account
$$;

create function reading_case() returns bigint
language sql stable security definer set search_path = exeat, pg_temp as $$
    select (reading_session()).stream
$$;

create function reading_officer() returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select coalesce((reading_session()).kind = 'officer', false)
$$;

alter table case_authority enable row level security;
alter table stream enable row level security;
alter table stream_key enable row level security;
alter table event enable row level security;
alter table event_payload enable row level security;
alter table work_item enable row level security;
alter table paper enable row level security;
alter table issue enable row level security;
alter table report_cell enable row level security;

create policy seen on case_authority for select to ${reader}
    using (authority = any ((select reading_scope())::text[]) or stream = (select reading_case()));
create policy seen on stream for select to ${reader}
    using (id = (select reading_case())
        or kind = 'briefing' and (select reading_officer())
        or exists (select 1 from exeat.case_authority ca where ca.stream = id));
create policy seen on stream_key for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
create policy seen on event for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
create policy seen on event_payload for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
create policy seen on work_item for select to ${reader}
    using ((select reading_officer())
        and exists (select 1 from exeat.case_authority ca where ca.stream = work_item.stream));
create policy seen on paper for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
create policy seen on issue for select to ${reader}
    using (exists (select 1 from exeat.stream t where t.id = stream));
create policy seen on report_cell for select to ${reader}
    using (authority = any ((select reading_scope())::text[]));

grant usage on schema exeat to ${writer}, ${reader}, ${door}, ${clerk};
grant select on case_authority, stream, stream_key, event, event_payload, work_item, paper, issue,
    report_cell to ${reader};
grant execute on function reading_session(), reading_scope(), reading_case(), reading_officer()
    to ${reader};
grant execute on function load_batch(jsonb), append_batch(jsonb) to ${writer};
grant execute on function door_open(bytea, text, text, timestamptz),
    door_open_party(bytea, text, bytea, timestamptz), door_account(text),
    door_resume(bytea, timestamptz), door_leave(bytea), door_attempts(bytea, timestamptz),
    door_failed(bytea, timestamptz), door_sweep(timestamptz) to ${door};
