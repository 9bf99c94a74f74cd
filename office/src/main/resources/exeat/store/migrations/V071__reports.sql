-- What a unit reports upward: a stream for each unit and directive, report/DIRECTIVE/UNIT, seen by
-- the unit and by the levels above it.

insert into event_right (kind, type, writers) values
    ('report', 'report-due', '{clock,officer}'),
    ('report', 'report-asked', '{officer}'),
    ('report', 'report-reminded', '{clock}'),
    ('report', 'report-missed', '{clock}'),
    ('report', 'report-sent', '{officer}'),
    ('report', 'words-added', '{officer}');

create index stream_report on stream (directive_id, key) where kind = 'report';
