-- An officer changes their own password; that it was changed, and when, stands with the account.

alter table account_log drop constraint account_log_what_check;
alter table account_log add constraint account_log_what_check
    check (what in ('made', 'ended', 'password'));
