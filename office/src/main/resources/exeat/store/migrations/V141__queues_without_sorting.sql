-- The other two, for the same reason; and since what is said to be few rows is sorted otherwise,
-- though it be millions: all that nobody has confirmed is due on the same day, which is never.

drop index work_item_queue;
create index work_item_queue on work_item (queue, due, since, number, traveller, task);
drop index work_item_unit;
create index work_item_unit on work_item (unit, due, since, number, traveller, task)
    where task not in ('confirm', 'cross');
