-- Entries are placed one by one, by the index of their events, however short the tables were when
-- the plan was made: a plan that reads all events for each entry falls behind for ever.
alter function ledger_place(bigint, bigint[], int[], bigint[], bytea[]) set enable_seqscan = off;
alter function ledger_place(bigint, bigint[], int[], bigint[], bytea[]) set enable_hashjoin = off;
alter function ledger_place(bigint, bigint[], int[], bigint[], bytea[]) set enable_mergejoin = off;
