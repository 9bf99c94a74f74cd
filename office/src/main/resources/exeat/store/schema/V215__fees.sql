-- Fees: what a finding asks, and what officers record of it (decision 216).

insert into event_right (kind, type, writers) values
    ('case', 'fee-asked', '{party,officer,clock}'),
    ('case', 'fee-paid', '{officer}'),
    ('case', 'fee-waived', '{officer}'),
    ('case', 'fee-refunded', '{officer}');
