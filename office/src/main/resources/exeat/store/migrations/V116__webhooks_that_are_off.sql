-- A subscription that is off is told nothing, and nothing is kept for it from then on.

alter table webhook add column off_at timestamptz;
update webhook set off_at = now() where not is_on;

-- The next of a subscription, past whatever was given up before it; and what was given up, by when.
create index webhook_delivery_next on webhook_delivery (webhook, place) where dead is null;
create index webhook_delivery_dead on webhook_delivery (dead) where dead is not null;
