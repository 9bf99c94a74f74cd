-- A claim to protection changes nothing that an auditor reads: the file goes on as at the last step
-- before the claim, so the facts of the steps before it stay readable, and no step since can be drawn.

-- An auditor's session reads what was said before the claim. What is told of it is decided where it is
-- shown (exeat.desk.inspect.AuditedPast); an erased traveller has no key.
drop policy seen on traveller_key;
create policy seen on traveller_key for select to ${reader}
    using ((select reading_unit()) = any (units)
        or stream = (select reading_case()) and (select reading_traveller()) = any (parties)
        or (select reading_auditor()) is not null
            and exists (select 1 from exeat.stream t where t.id = stream));

-- Every case in the auditor's sight that was decided in the span, by its first such step; but not by
-- one of those steps, p_untold, that auditors are not told of.
drop function clerk_sample_commit(bytea, timestamptz, text, timestamptz, timestamptz, int, bytea,
    bytea);
create function clerk_sample_commit(p_token bytea, p_now timestamptz, p_id text,
    p_since timestamptz, p_until timestamptz, p_size int, p_commitment bytea, p_kept bytea,
    p_untold bytea[])
returns boolean
language plpgsql security definer set search_path = exeat, pg_temp as $$
declare
    s session := live_session(p_token, 'auditor', p_now);
    v_directive text := (select a.directive from account a where a.id = s.account);
    v_sequence bigint;
    v_tickets bytea[];
begin
    if v_directive is null or length(p_commitment) <> 32 then
        return false;
    end if;
    select coalesce(array_agg(x.leaf order by x.leaf), '{}') into v_tickets from (
        select distinct on (e.stream) e.leaf
        from event e join stream t on t.id = e.stream
        where t.kind = 'case' and t.directive_id = v_directive
            and e.type in ('referred-approved', 'refused', 'was-set-aside', 'authorised')
            and e.at >= p_since and e.at < p_until
            and not e.leaf = any (p_untold)
            and exists (
                select 1 from case_authority ca join scope sc on sc.authority = ca.authority
                where ca.stream = t.id and sc.account = s.account)
        order by e.stream, e.sequence) x;
    v_sequence := next_audit();
    insert into sample (id, sequence, account, directive, since, until, size, commitment, kept,
        eligible, tickets)
    values (p_id, v_sequence, s.account, v_directive, p_since, p_until, p_size, p_commitment,
        p_kept, cardinality(v_tickets),
        sha256(coalesce((select string_agg(x, ''::bytea order by n)
            from unnest(v_tickets) with ordinality as u(x, n)), ''::bytea)));
    insert into sample_ticket (sample, place, ticket)
    select p_id, n, x from unnest(v_tickets) with ordinality as u(x, n);
    perform log_audit(v_sequence, 'sample-committed', p_now);
    return true;
end $$;

revoke execute on function clerk_sample_commit(bytea, timestamptz, text, timestamptz, timestamptz,
    int, bytea, bytea, bytea[]) from public;
grant execute on function clerk_sample_commit(bytea, timestamptz, text, timestamptz, timestamptz,
    int, bytea, bytea, bytea[]) to ${clerk};
