-- After a version was put in force, or a directive resumed, every case of it is looked at once, a
-- page at a time; this says how far that has come.

create table directive_pass (
    directive   text primary key,
    mark        text not null,        -- which change it is about
    after       text not null,        -- the key of the last stream that was looked at
    done        boolean not null
);
create index stream_directive on stream (directive_id, key) where kind = 'case';

-- Where to go on; null where there is nothing left.
create function clerk_pass(p_directive text, p_mark text) returns text
language plpgsql security definer set search_path = exeat, pg_temp as $$
begin
    insert into directive_pass as x (directive, mark, after, done)
    values (p_directive, p_mark, '', false)
    on conflict (directive) do update set mark = excluded.mark, after = '', done = false
        where x.mark <> excluded.mark;
    return (select case when not x.done then x.after end
        from directive_pass x where x.directive = p_directive);
end $$;

create function clerk_passed(p_directive text, p_mark text, p_after text, p_done boolean)
returns void
language sql security definer set search_path = exeat, pg_temp as $$
    update directive_pass set after = p_after, done = p_done
    where directive = p_directive and mark = p_mark
$$;

create function clerk_cases(p_directive text, p_after text, p_limit int) returns table (key text)
language sql stable security definer set search_path = exeat, pg_temp as $$
    select t.key from stream t
    where t.kind = 'case' and t.directive_id = p_directive and t.key > p_after
    order by t.key limit p_limit
$$;

grant execute on function clerk_pass(text, text), clerk_passed(text, text, text, boolean),
    clerk_cases(text, text, int) to ${clerk};
