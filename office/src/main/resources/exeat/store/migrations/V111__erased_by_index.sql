-- What was erased is asked for at each start: a handful of events among all there are.
create index event_erased on event (stream, sequence) where type = 'erased';
