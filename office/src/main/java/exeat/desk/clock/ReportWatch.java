package exeat.desk.clock;

import exeat.casework.command.ReportCommand;

import exeat.desk.base.Calls;
import exeat.desk.base.Session;
import exeat.desk.base.Tokens;
import exeat.desk.register.Reading;
import exeat.desk.register.Register;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;

import exeat.casework.command.Command;
import exeat.casework.state.BriefingState;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.ReportId;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens what a unit has to report as soon as it was handed the directive. What is due later the
 * clock finds by itself.
 */
final class ReportWatch {

    private final BatchStore batches;
    private final Reading reading;
    private final Register register;
    private final Desk desk;

    /**
     * The streams that are known to be open; owned by {@link #begin}, which runs once at a time.
     */
    private final Set<String> open = new HashSet<>();

    ReportWatch(BatchStore batches, Reading reading, Register register, Desk desk) {
        this.batches = batches;
        this.reading = reading;
        this.register = register;
        this.desk = desk;
    }

    /** With the clock's session. */
    void begin(Session clock) {
        for (var id : register.marks().keySet()) {
            register.directive(id)
                    .filter(directive -> directive.upward().reports().isPresent())
                    .ifPresent(directive -> begin(clock, directive));
        }
    }

    private void begin(Session clock, Directive directive) {
        var id = directive.ref().id();
        var zone = directive.vocabulary().zone();
        briefing(clock, new BriefingId(id))
                .ifPresent(briefing ->
                        briefing.units()
                                .forEach((unit, handed) -> {
                                    var reports = new ReportId(id, unit);
                                    var known = directive.authorities().find(unit).isPresent();
                                    if (known && !open.contains(reports.key())) {
                                        var day = handed.handedDown().atZone(zone).toLocalDate();
                                        begin(
                                                clock,
                                                new ReportCommand.PassReports(reports, Optional.of(day)));
                                    }
                                }));
    }

    private void begin(Session clock, ReportCommand.PassReports pass) {
        var key = "begin " + pass.stream().key() + " " + reading.now();
        if (desk.handle(clock, key, pass) instanceof Reply.Done done && done.sequence() > 0) {
            open.add(pass.stream().key());
        }
    }

    private Optional<BriefingState> briefing(Session clock, BriefingId id) {
        var token = Tokens.hash(clock.token());
        var wanted = new BatchStore.Wanted(0, token, id.key(), "briefing", "", false, false, null);
        var batch = Calls.get(() -> batches.load(reading.now(), List.of(wanted)));
        return batch.rows().values().stream()
                .flatMap(row -> row.stored().stream())
                .map(stored -> (BriefingState) reading.open(id.key(), stored))
                .findFirst();
    }
}
