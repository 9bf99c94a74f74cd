-- Hearing: what a person answers to what is proposed against them, and what the officer replies (decision 211).

insert into event_right (kind, type, writers) values
    ('case', 'hearing-answered', '{party,officer}'),
    ('case', 'hearing-replied', '{officer}');
