-- A batch of entries is looked up entry by entry, however many there are in all; a planner that does
-- not know how few are asked for would read the whole log instead.
alter function ledger_commands(bigint, bigint) set enable_seqscan = off;
alter function ledger_commands(bigint, bigint) set enable_hashjoin = off;
alter function ledger_commands(bigint, bigint) set enable_mergejoin = off;
