-- What lies past its day goes up: the clock alone sends an appeal to the committee above.

insert into event_right (kind, type, writers) values
    ('case', 'appeal-escalated', '{clock}');
