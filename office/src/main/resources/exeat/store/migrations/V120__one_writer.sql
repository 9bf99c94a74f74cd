-- What append_round alone writes, under the number of a stream, or of an event, that the same
-- statement has just written, is not looked up again for each row: that took a fifth of a batch, and
-- a line in the log for each row that was looked up. No function deletes a stream or an event, and
-- the audit names rows that are of none.
alter table stream_key drop constraint stream_key_stream_fkey;
alter table case_authority drop constraint case_authority_stream_fkey;
alter table event drop constraint event_stream_fkey;
alter table event_payload drop constraint event_payload_stream_sequence_fkey;
alter table secret drop constraint secret_stream_fkey;
alter table request drop constraint request_stream_fkey;
alter table work_item drop constraint work_item_stream_fkey;
alter table paper drop constraint paper_stream_fkey;
alter table traveller_key drop constraint traveller_key_stream_fkey;
-- The sequencer's function joins each entry to its event, by its hash too.
alter table ledger_leaf drop constraint ledger_leaf_stream_sequence_fkey;
