-- Queues of several units are merged in their order, which takes it whole from the index: whatever has
-- to be sorted is read far beyond what a page shows.

drop index work_item_queue_unit;
create index work_item_queue_unit on work_item (queue, unit, due, since, number, traveller, task);
drop index work_item_queue_holder;
create index work_item_queue_holder on work_item (queue, holder, due, since, number, traveller, task)
    where holder <> unit;
