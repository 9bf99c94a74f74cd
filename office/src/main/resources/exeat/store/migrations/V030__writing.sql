-- What the writer looks up with every command, it finds by an index.
create index briefed_officer_account on briefed_officer (account);
create index session_stream on session (stream) where stream is not null;

-- What is sealed does not compress: nobody tries.
alter table stream alter column state set storage external;
alter table event_payload alter column sealed set storage external;
