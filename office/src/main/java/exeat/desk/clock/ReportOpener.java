package exeat.desk.clock;

import exeat.casework.command.UnitReportCommand;
import exeat.casework.state.BriefingState;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens a unit's first report as soon as it receives the directive. The clock opens later ones. */
final class ReportOpener {

    private final BatchStore batches;
    private final SessionReader reading;
    private final DirectiveRegister register;
    private final Desk desk;

    /**
     * The streams that are known to be open; owned by {@link #begin}, which runs once at a time.
     */
    private final Set<String> open = new HashSet<>();

    ReportOpener(BatchStore batches, SessionReader reading, DirectiveRegister register, Desk desk) {
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
                                                new UnitReportCommand.CheckReportDeadlines(
                                                        reports, Optional.of(day)));
                                    }
                                }));
    }

    private void begin(Session clock, UnitReportCommand.CheckReportDeadlines pass) {
        var key = "begin " + pass.stream().key() + " " + reading.now();
        if (desk.handle(clock, key, pass) instanceof Reply.Done done && done.sequence() > 0) {
            open.add(pass.stream().key());
        }
    }

    private Optional<BriefingState> briefing(Session clock, BriefingId id) {
        var token = SessionTokens.hash(clock.token());
        var wanted =
                new BatchStore.LoadItem(0, token, id.key(), "briefing", "", false, false, null);
        var batch = StoreCalls.get(() -> batches.load(reading.now(), List.of(wanted)));
        return batch.rows().values().stream()
                .flatMap(row -> row.stored().stream())
                .map(stored -> (BriefingState) reading.open(id.key(), stored))
                .findFirst();
    }
}
