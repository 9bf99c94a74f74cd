-- How many commands some entries of the log are of, which is kept outside with each checkpoint, so
-- that after a restore it is known how many are missing. Who did what to which case at one moment is
-- one command.
create function ledger_commands(p_from bigint, p_to bigint) returns bigint
language sql stable security definer set search_path = exeat, pg_temp as $$
    select count(1) from (
        select distinct e.stream, e.at, e.actor from ledger_leaf l
        join event e on e.stream = l.stream and e.sequence = l.sequence
        where l.place >= p_from and l.place < p_to) c
$$;

revoke all on function ledger_commands(bigint, bigint) from public;
grant execute on function ledger_commands(bigint, bigint) to ${sequencer};
