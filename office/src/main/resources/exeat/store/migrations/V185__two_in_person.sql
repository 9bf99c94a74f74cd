-- Nobody ends a case, or a claim to protection, as one officer who says that the person stands before
-- them: another one asks, the person or an officer stops it, and the clock lets a day pass.

insert into event_right (kind, type, writers) values
    ('case', 'in-person-asked', '{officer}'),
    ('case', 'in-person-stopped', '{party,officer,clock}');
