-- Rights: what each of the five roles may do. The program connects as these and never as the owner of the tables. What
-- is not here, nobody may; RolesIT and GuardIT hold the database to it.

grant usage on schema exeat to ${writer}, ${reader}, ${door}, ${clerk}, ${sequencer};

-- The writer can do nothing but its batch functions, and read cases for the watchers in the clock's session.
grant execute on function
    append_batch(jsonb, bytea[], bytea[]),
    load_batch(jsonb),
    search_fill(bytea, timestamptz, text, jsonb),
    search_waiting(bytea, timestamptz, int),
    search_waits(),
    watch_events(bytea, timestamptz, text[])
    to ${writer};

-- The reader sees rows by policy. Of an issue not whose it is, where a traveller raised it; of a second decision not of
-- which case it is, for the officer who is asked must not know.
grant select on stream, stream_key, traveller_key, case_authority, event, work_item, paper, queue_jump,
    report_cell, projection, alarm, ledger_span, look, audit_reveal, sample, sample_ticket, sample_draw to ${reader};
grant select (stream, raised_by, holder, open) on issue to ${reader};
grant select (sample, ticket, unit, question, sequence, account, answer, words, answered)
    on redecision to ${reader};
-- What everybody may read of the log.
grant select on ledger_tile, ledger_checkpoint, ledger_cosignature to ${reader};
grant execute on function
    before_of(event),
    link_of(bytea, int, bytea),
    ledger_entries(bigint, int),
    protection_sought(bigint),
    reading_again(),
    reading_auditor(),
    reading_before(bytea, timestamptz, text, text, int, text, boolean),
    reading_case(),
    reading_officer(),
    reading_queue(text, text, date, timestamptz, text, int, text, int),
    reading_scope(),
    reading_session(),
    reading_traveller(),
    reading_unit(),
    reading_directive(),
    stream_directive(bigint),
    figures_counted(),
    reading_search(text, text, jsonb, int),
    reading_shared(text),
    reading_shared_sums(text, text[], date, date),
    report_sums(text, text[], date, date)
    to ${reader};

-- The door opens and ends sessions, and looks for an account or a secret by its hash.
grant execute on function
    door_account(text),
    door_act_for(bytea, text, timestamptz),
    door_act_under(bytea, text, timestamptz),
    door_mandates(bytea, timestamptz),
    door_case(text),
    door_code(text, text, text, timestamptz),
    door_factor(text),
    door_factor_step(text, bigint),
    door_leave(bytea),
    door_leave_others(bytea, timestamptz),
    door_notices(bytea, timestamptz, timestamptz),
    door_open(bytea, text, text, timestamptz, timestamptz),
    door_open_party(bytea, text, bytea[], timestamptz, timestamptz, text[], int[], timestamptz),
    door_recover(text, text, timestamptz),
    door_renew(text, text, text),
    door_resume(bytea, timestamptz, bigint, bigint),
    door_sessions(bytea, timestamptz),
    door_stands_in(bytea, timestamptz),
    door_sweep(timestamptz, timestamptz),
    door_take_back(text[], timestamptz),
    door_try(text[], int[], timestamptz, timestamptz)
    to ${door};

-- The clerk keeps the register and the accounts, and knows which cases time has made due.
grant select on directive, directive_file, authority, draft, draft_file, imported_record, directive_tenure,
    clarification, unit, unit_change to ${clerk};
grant execute on function
    clerk_account(text, text, text, bytea, text, text, text, text[], boolean, boolean, boolean, text, timestamptz),
    clerk_account_end(text, text, timestamptz),
    clerk_account_history(bytea, timestamptz, text),
    clerk_account_states(bytea, timestamptz),
    clerk_accounts(text),
    clerk_agree(bytea, timestamptz, timestamptz, bigint, text, text, text, text, text[]),
    clerk_cases(text, text, int),
    clerk_claim_at_nothing(text),
    clerk_code_factor(bigint, timestamptz),
    clerk_code_password(bigint, text, timestamptz),
    clerk_directive(text, text, text, text, timestamptz, jsonb, jsonb),
    clerk_disagreements(int),
    clerk_draft(text, text, text, timestamptz, jsonb),
    clerk_due(date, text, int),
    clerk_erased(),
    clerk_erasure_told(text, bigint, jsonb, text, timestamptz),
    clerk_erasures_told(),
    clerk_factor(text, text, timestamptz),
    clerk_factor_end(text, text, timestamptz),
    clerk_fold(date, int),
    clerk_follow(text, text, text, text[]),
    clerk_issues_going(int),
    clerk_key_check(bytea),
    clerk_last_look(text),
    clerk_late_alarms(date),
    clerk_look_begin(text, date),
    clerk_look_end(text, date, int, int),
    clerk_looks(jsonb, timestamptz),
    clerk_mandate(text, text, text, text, text[], text, timestamptz),
    clerk_mandate_end(text, text, text, timestamptz),
    clerk_object(bytea, timestamptz, bigint),
    clerk_open_issues(text),
    clerk_operator_act(text, text, timestamptz, bytea),
    clerk_operator_acts(),
    clerk_operator_add(text, bytea, text, text, timestamptz, bytea),
    clerk_operator_end(text, text, text, timestamptz, bytea),
    clerk_operator_log(),
    clerk_operators(),
    clerk_pass(text, text),
    clerk_passed(text, text, text, boolean),
    clerk_password(text, text, text, bytea, timestamptz),
    clerk_password_costs(),
    clerk_proposal_close(bytea, timestamptz, bigint),
    clerk_proposals(bytea, timestamptz, timestamptz, bigint, text, int, int),
    clerk_propose(bytea, timestamptz, timestamptz, text, text, text, bytea, text, text, bytea, text),
    clerk_record(text, text, text, timestamptz),
    clerk_recovery(text, text[]),
    clerk_redecide(bytea, timestamptz, text, bytea, text, bytea, bytea),
    clerk_redecision_ask(bytea, timestamptz, text, bytea, text, bytea),
    clerk_resting(text, timestamptz, text, int),
    clerk_reveal(bytea, timestamptz, text, bytea, bytea),
    clerk_sample_commit(bytea, timestamptz, text, timestamptz, timestamptz, int, bytea, bytea, bytea[]),
    clerk_sample_draw(bytea, timestamptz, text, bytea),
    clerk_sample_proof(bytea, timestamptz, text),
    clerk_sessions_end(bytea, timestamptz, text),
    clerk_settings(text),
    clerk_signatures(text),
    clerk_staff(),
    clerk_sums(text, text[], date, date),
    clerk_unit_agree(bytea, timestamptz, timestamptz, bigint, bigint),
    clerk_unit_close(bytea, timestamptz, bigint),
    clerk_unit_propose(bytea, timestamptz, timestamptz, text, text, text, jsonb, date, text),
    clerk_watched(text, timestamptz, text, int),
    clerk_webhook_add(uuid, text, text, text[], text[], text, text, timestamptz),
    clerk_webhook_again(uuid, timestamptz),
    clerk_webhook_agree(bytea, timestamptz, timestamptz, bigint, text[], timestamptz),
    clerk_webhook_changes(bytea, timestamptz, timestamptz, bigint, int, int),
    clerk_webhook_close(bytea, timestamptz, bigint),
    clerk_webhook_dead(uuid),
    clerk_webhook_due(timestamptz, uuid),
    clerk_webhook_failed(uuid, bigint, text, timestamptz, timestamptz, text),
    clerk_webhook_failing(uuid),
    clerk_webhook_propose(bytea, timestamptz, timestamptz, text, uuid, text, text, text[], text, int, text),
    clerk_webhook_remove(uuid),
    clerk_webhook_rotate(uuid, timestamptz),
    clerk_webhook_sent(uuid, bigint),
    clerk_webhook_spread(timestamptz, int, timestamptz),
    clerk_webhooks(),
    figures_counted()
    to ${clerk};

-- The sequencer moves steps into the log.
grant select on ledger_tile to ${sequencer};
grant execute on function
    ledger_commands(bigint, bigint),
    ledger_cosign(bigint, text[], timestamptz),
    ledger_entries(bigint, int),
    ledger_lag(),
    ledger_newest(),
    ledger_own(text),
    ledger_place(bigint, bigint[], int[], bigint[], bytea[]),
    ledger_publish(bigint, text, timestamptz),
    ledger_size(),
    ledger_turn(),
    ledger_waiting(int)
    to ${sequencer};
