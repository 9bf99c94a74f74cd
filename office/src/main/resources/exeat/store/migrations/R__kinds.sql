-- The kinds of streams that there are, as they are now. Numbered files that name fewer have run before.

alter table stream drop constraint stream_kind_check;
alter table stream add constraint stream_kind_check
    check (kind in ('case', 'briefing', 'issue', 'register', 'alarm', 'report'));
