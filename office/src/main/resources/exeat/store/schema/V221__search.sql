-- Finding a person: for each traveller keyed hashes of their names with their date of birth, which nobody can make or
-- try without the office's keys. See decision 173.

create table search_person (
    stream    bigint not null,
    traveller int not null,
    key       text not null default '',
    tokens    bigint[] not null default '{}',
    units     text[] not null default '{}',
    primary key (stream, traveller)
);
comment on table search_person is
    '[read models] By what each traveller who is not erased is found: one row for each, which comes and goes with '
    'their key. Read by functions alone.';
comment on column search_person.stream is
    'The case, as stream.id. No foreign key: written with its stream, and held by the audit.';
comment on column search_person.traveller is 'The traveller''s number in the case, from 1.';
comment on column search_person.key is
    'The number of the master key from which the tokens are made; empty where they still have to be made.';
comment on column search_person.tokens is
    'Keyed hashes of 64 bits, each of one name or its beginning together with the date of birth, with random-looking '
    'ones up to a multiple of eight, in ascending order.';
comment on column search_person.units is
    'The units that saw the case when somebody in it claimed protection, as authority.id: for them a search finds what '
    'it found before.';

-- Without a list of what is pending: some command would have to work it off, and wait.
create index search_person_token on search_person using gin (tokens)
    with (fastupdate = off) where tokens <> '{}';
create index search_person_waiting on search_person (stream) where key = '';
create index search_person_key on search_person (key) where key <> '';

-- A row comes and goes in the transaction in which the traveller's own key does, so an erasure takes the tokens too.
create function search_person_with_key() returns trigger
language plpgsql set search_path = exeat, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into search_person (stream, traveller) values (new.stream, new.traveller)
        on conflict do nothing;
    else
        delete from search_person s where s.stream = old.stream and s.traveller = old.traveller;
    end if;
    return null;
end $$;
create trigger traveller_key_searched after insert or delete on traveller_key
    for each row execute function search_person_with_key();

-- A claim to protection takes units from a case. What they find stays as it was, or its vanishing would tell of the
-- claim. The step is written before the units are.
create function search_view_goes_on() returns trigger
language plpgsql set search_path = exeat, pg_temp as $$
begin
    update search_person s set units = array(
        select ca.authority from case_authority ca where ca.stream = new.stream
        union select x from unnest(s.units) x order by 1)
    where s.stream = new.stream;
    return null;
end $$;
create trigger event_search_view after insert on event
    for each row when (new.type = 'protection-claimed') execute function search_view_goes_on();

-- What was there before. Which units saw a case when an earlier claim was made is known no more.
insert into search_person (stream, traveller, units)
select k.stream, k.traveller, case when protection_sought(k.stream) then array(
    select ca.authority from case_authority ca where ca.stream = k.stream order by 1) else '{}' end
from traveller_key k;

-- Whether tokens have to be made: asked every second, so without a session.
create function search_waits() returns boolean
language sql stable security definer set search_path = exeat, pg_temp as $$
    select exists (select 1 from search_person s where s.key = '')
$$;

-- The cases with travellers whose tokens have to be made, sealed, for the clock's session and for nobody else.
create function search_waiting(p_session bytea, p_now timestamptz, p_limit int)
returns table (key text, version bigint, state bytea, wrapped bytea)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key, t.version, t.state, k.wrapped
    from (select distinct w.stream from (
            select s.stream from search_person s where s.key = '' order by s.stream limit p_limit) w) d
    join stream t on t.id = d.stream
    join stream_key k on k.stream = t.id
    where exists (select 1 from session s
        where s.token = p_session and s.expires > p_now and s.kind = 'clock')
    order by t.id
$$;

-- Whoever was erased meanwhile has no row, and gets none.
create function search_fill(p_session bytea, p_now timestamptz, p_key text, p_rows jsonb) returns int
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    v_filled int;
begin
    if p_key = '' or not exists (select 1 from session s
            where s.token = p_session and s.expires > p_now and s.kind = 'clock') then
        return 0;
    end if;
    update search_person s set key = p_key, tokens = r.tokens
    from jsonb_to_recordset(p_rows) as r(stream text, traveller int, tokens bigint[])
    join stream t on t.key = r.stream
    where s.stream = t.id and s.traveller = r.traveller and s.key = '';
    get diagnostics v_filled = row_count;
    return v_filled;
end $$;

-- The cases that an officer's search meets: by the application's number, by a paper's, or travellers who have all the
-- tokens of one of the lists (one list for each master key). Each row must be within the officer's jurisdiction now, or
-- have been when somebody claimed protection. What of it is told the program decides, by the same rules as for a case
-- that is opened. Of travellers' own keys it gives none, so that what it says does not change with a claim.
create function reading_search(p_number text, p_paper text, p_tokens jsonb, p_limit int)
returns table (key text, version bigint, directive_id text, directive_version text, directive_hash text,
    state bytea, wrapped bytea, traveller int)
language plpgsql stable security definer rows 10 set search_path = exeat, pg_temp
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    v_scope text[] := reading_scope();
    v_directive text := reading_directive();
    v_list bigint[];
    v_found bigint[] := '{}';
begin
    if not reading_officer() or exists (
            select 1 from account a where a.id = (reading_session()).account and a.lawyer) then
        return;
    end if;
    if p_tokens is null then
        v_found := array(
            select t.id from stream t where t.number = p_number and t.kind = 'case'
            union select p.stream from paper p where p.number = p_paper);
        return query
        select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash, t.state,
            k.wrapped, null::int
        from stream t join stream_key k on k.stream = t.id
        where t.id = any (v_found) and t.directive_id = v_directive and search_sight(t.id, v_scope);
        return;
    end if;
    for v_list in
        select array(select x::bigint from jsonb_array_elements_text(l) x)
        from jsonb_array_elements(p_tokens) l where jsonb_array_length(l) > 0
    loop
        return query
        select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash, t.state,
            k.wrapped, s.traveller
        from search_person s
        join stream t on t.id = s.stream
        join stream_key k on k.stream = t.id
        where s.tokens <> '{}' and s.tokens @> v_list and t.directive_id = v_directive
            and search_sight(t.id, v_scope)
        limit p_limit;
    end loop;
end $$;

create function search_sight(p_stream bigint, p_scope text[]) returns boolean
language sql stable set search_path = exeat, pg_temp as $$
    select exists (select 1 from case_authority ca
            where ca.stream = p_stream and ca.authority = any (p_scope))
        or exists (select 1 from search_person s
            where s.stream = p_stream and s.units && p_scope)
$$;

alter table search_person enable row level security;

grant execute on function
    search_fill(bytea, timestamptz, text, jsonb),
    search_waiting(bytea, timestamptz, int),
    search_waits()
    to ${writer};
grant execute on function reading_search(text, text, jsonb, int) to ${reader};
