-- Appearances: what an office asks of a person's time, and what becomes of it (decision 215).

insert into event_right (kind, type, writers) values
    ('case', 'appearance-asked', '{officer}'),
    ('case', 'another-time-asked', '{party}'),
    ('case', 'appearance-moved', '{officer}'),
    ('case', 'appearance-ended', '{officer}');
