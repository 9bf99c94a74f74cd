-- What is done with a secret that is not proved to be the person's, and for which it has no power.

insert into event_right (kind, type, writers) values
    ('case', 'unproved-act', '{party}');
