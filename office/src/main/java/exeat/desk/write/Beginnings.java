package exeat.desk.write;

import exeat.casework.command.AlarmCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.state.VersionHistory;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import java.util.Map;
import java.util.Optional;

/** Under which directive a stream begins, and the answer where it cannot. */
final class Beginnings {

    private final DirectiveRegister register;

    Beginnings(DirectiveRegister register) {
        this.register = register;
    }

    /**
     * No such stream for this actor; or an application that names a directive which does not reach
     * its place, or from a place for which no directive is in force, or several are.
     */
    Decision nowhere(Command command) {
        var rejection =
                switch (command) {
                    case CaseCommand.Apply apply when apply.directive().isPresent() ->
                            new Rejection(Rejection.Code.BAD_VALUE, "directive");
                    case CaseCommand.Apply _ ->
                            new Rejection(Rejection.Code.BAD_VALUE, "travellers[1].residence");
                    default -> new Rejection(Rejection.Code.NOT_FOUND, "stream");
                };
        return new Decision.Replied(new Reply.Rejected(rejection));
    }

    /**
     * The directive under which somebody applies: the one that they chose, else the only one for
     * their place; for an officer no other than that of their mandate.
     */
    private Optional<Directive> chosen(
            CaseCommand.Apply apply,
            BatchStore.SessionRow who,
            Map<String, VersionHistory> tenures) {
        var place = apply.application().travellers().getFirst().residence();
        var own = Optional.of(who.directive()).filter(id -> !id.isEmpty());
        var named = apply.directive().or(() -> own);
        if (named.isPresent()) {
            return named.filter(id -> own.isEmpty() || own.get().equals(id))
                    .flatMap(id -> register.directive(id, tenures))
                    .filter(directive -> directive.authorities().find(place).isPresent());
        }
        var fitting = register.covering(place, tenures);
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** The directive of a stream that begins: of the choice, of the name, or of the officer. */
    Optional<Directive> directive(
            Command command, BatchStore.SessionRow who, Map<String, VersionHistory> tenures) {
        return switch (command) {
            case CaseCommand.Apply apply -> chosen(apply, who, tenures);
            case BriefingCommand.VersionCommand named ->
                    register.version(named.stream().directive(), named.version());
            case BriefingCommand briefing ->
                    register.directive(briefing.stream().directive(), tenures);
            case AlarmCommand.RaiseAlarm raise -> register.directive(raise.directive(), tenures);
            case AlarmCommand _ -> Optional.empty();
            case UnitReportCommand report ->
                    register.directive(report.stream().directive(), tenures);
            case IssueCommand.RaiseOwnIssue own -> Optional.of(register.directive(own.directive()));
            case IssueClockCommand.RaiseDisagreement of ->
                    Optional.of(register.directive(of.directive()));
            case IssueCommand _ -> register.directive(who.directive(), tenures);
            case CaseCommand _ -> Optional.empty();
        };
    }
}
