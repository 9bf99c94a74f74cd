-- What decision 010 adds: an answer to a correction, a word of one's own at eighteen, and what the
-- clock sends up from the border and from the top.

insert into event_right (kind, type, writers) values
    ('case', 'responded', '{party}'),
    ('case', 'confirmed-of-age', '{party}'),
    ('case', 'stop-escalated', '{clock}'),
    ('case', 'hold-sent-to-review', '{clock}');
