package exeat.casework.fee;

import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.decide.Reevaluation;
import exeat.casework.event.Event;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.FeeEvent.FeeAsked;
import exeat.casework.state.CaseState;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OwnWords;
import exeat.casework.value.fee.FeeAccount.Demand;
import exeat.rules.Directive;
import exeat.rules.document.FeeTerms;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked follows from the finding, and once asked it never rises: a later finding, and a
 * later version, can only lower it. Officers record what was paid elsewhere, and ask no amount of
 * their own: none of their commands has one.
 */
public final class FeeRules {

    /** Longer than the references of banks and of counters. */
    private static final int MAX_REFERENCE = 80;

    private FeeRules() {}

    /** What an approval asks, beside what was asked before. */
    public static List<Event> asked(TravellerState t, Context context, Finding finding) {
        return events(demand(t, finding, terms(context, finding)));
    }

    private static List<Event> events(Optional<FeeAsked> demand) {
        return demand.<List<Event>>map(List::of).orElse(List.of());
    }

    /** Of the directive whose finding it is; that can be one above. */
    private static Optional<FeeTerms> terms(Context context, Finding finding) {
        var own = context.directive();
        return Stream.concat(Stream.of(own), context.force().above().unproved().stream())
                .filter(directive -> directive.ref().equals(finding.directive()))
                .findFirst()
                .flatMap(Directive::fees);
    }

    private static Optional<FeeAsked> demand(
            TravellerState t, Finding finding, Optional<FeeTerms> terms) {
        var fee = finding.burden().fee();
        if (t.fee().isEmpty()) {
            return terms.filter(_ -> fee.signum() > 0)
                    .map(of ->
                            new FeeAsked(
                                    t.no(),
                                    1,
                                    fee,
                                    of.currency().getCurrencyCode(),
                                    of.paragraph()));
        }
        var last = t.fee().get().standing();
        var now = terms.filter(_ -> fee.signum() > 0).map(of -> least(last, fee, of));
        boolean isLess = now.orElse(BigDecimal.ZERO).compareTo(last.amount()) < 0;
        return isLess && t.fee().get().waiver().isEmpty()
                ? Optional.of(
                        new FeeAsked(
                                t.no(),
                                last.number() + 1,
                                now.orElse(BigDecimal.ZERO),
                                last.currency(),
                                terms.map(FeeTerms::paragraph).orElse(last.paragraph())))
                : Optional.empty();
    }

    /** What is asked in another currency cannot be compared, and so lowers nothing. */
    private static BigDecimal least(Demand last, BigDecimal fee, FeeTerms of) {
        return of.currency().getCurrencyCode().equals(last.currency()) ? fee : last.amount();
    }

    /**
     * An unpaid fee that the version in force would ask no more, or less of, is lowered at once,
     * also where the case itself stays under its version.
     */
    public static List<Event> lowered(CaseState state, TravellerState t, Context context) {
        boolean open = t.fee().filter(fee -> fee.open(isApproved(t)).signum() > 0).isPresent();
        var to =
                context.force()
                        .today()
                        .filter(_ -> open && context.force().standing().decides())
                        .filter(version -> !version.ref().equals(state.directive()));
        return events(to.flatMap(version -> lower(state, t, version)));
    }

    /** Not where that version would not approve what the rules approved. */
    private static Optional<FeeAsked> lower(CaseState state, TravellerState t, Directive version) {
        boolean byRules = t.finding().filter(f -> f.outcome().approves()).isPresent();
        return Reevaluation.decide(state, t, version)
                .filter(finding -> finding.outcome().approves() || !byRules)
                .filter(finding -> finding.unanswered().isEmpty())
                .flatMap(finding -> demand(t, finding, version.fees()));
    }

    private static boolean isApproved(TravellerState t) {
        return StageTransitions.isApproved(t.stage());
    }

    /** Whether the travel authorisation waits for a payment, because the pack says so. */
    public static boolean isAwaited(CaseState state, TravellerState t, Context context) {
        return context.directive().fees().flatMap(FeeTerms::before).isPresent()
                && t.fee().filter(fee -> fee.open(isApproved(t)).signum() > 0).isPresent()
                && lowered(state, t, context).stream()
                        .noneMatch(event ->
                                event instanceof FeeAsked asked && asked.amount().signum() == 0);
    }

    /** Whether something is to be paid back: until then nobody but the person ends that. */
    public static boolean isDueBack(TravellerState t) {
        return t.fee().filter(fee -> fee.dueBack(isApproved(t)).signum() > 0).isPresent();
    }

    public static Response respond(
            CaseState state, TravellerState t, Context context, FeeCommand command) {
        return switch (command) {
            case FeeCommand.RecordPayment c -> paid(state, t, context, c);
            case FeeCommand.WaiveFee c -> waived(state, t, context, c);
            case FeeCommand.RefundFee c -> refunded(state, t, context, c);
        };
    }

    private static boolean isOfHolder(CaseState state, Context context) {
        return officer(context).filter(by -> by.unit().equals(state.holder())).isPresent();
    }

    private static Optional<Actor.Officer> officer(Context context) {
        return context.actor() instanceof Actor.Officer by ? Optional.of(by) : Optional.empty();
    }

    private static Check referenced(TravellerState t, Check before, String reference) {
        return before.and(!OwnWords.isEmpty(reference), Code.REASON_MISSING, "reference")
                .and(isReference(reference), Code.BAD_VALUE, "reference")
                .and(
                        () -> t.fee().filter(fee -> fee.isRecorded(reference.strip())).isEmpty(),
                        Code.ALREADY_EXISTS,
                        "reference");
    }

    private static boolean isReference(String reference) {
        return reference.strip().length() <= MAX_REFERENCE
                && reference.strip().codePoints().noneMatch(FeeRules::isUnseen);
    }

    private static boolean isUnseen(int code) {
        return Character.isISOControl(code) || Character.getType(code) == Character.FORMAT;
    }

    /**
     * Whatever was paid is recorded, at whatever stage and however often: what is too much goes
     * back. The amount is that of the demand to which it was paid, which may not be the last one.
     */
    private static Response paid(
            CaseState state, TravellerState t, Context context, FeeCommand.RecordPayment command) {
        var demand =
                t.fee()
                        .flatMap(fee -> fee.demand(command.demand()))
                        .filter(one -> one.amount().signum() > 0);
        var may =
                Check.that(isOfHolder(state, context), Code.NOT_ALLOWED, "unit")
                        .and(demand.isPresent(), Code.NOT_FOUND, "demand");
        return referenced(t, may, command.reference())
                .then(() -> {
                    var by = officer(context).orElseThrow();
                    var events = new ArrayList<>(lowered(state, t, context));
                    events.add(
                            new FeeEvent.FeePaid(
                                    t.no(),
                                    command.demand(),
                                    demand.orElseThrow().amount(),
                                    command.reference().strip(),
                                    by.id(),
                                    by.unit()));
                    return events;
                });
    }

    /** One officer is enough: nobody is worse off by it. */
    private static Response waived(
            CaseState state, TravellerState t, Context context, FeeCommand.WaiveFee command) {
        boolean asked = t.fee().filter(fee -> fee.asked(isApproved(t)).signum() > 0).isPresent();
        return Check.that(isOfHolder(state, context), Code.NOT_ALLOWED, "unit")
                .and(asked, Code.NOT_FOUND, "fee")
                .and(!OwnWords.isEmpty(command.reason()), Code.REASON_MISSING, "reason")
                .then(() -> {
                    var by = officer(context).orElseThrow();
                    return List.of(
                            new FeeEvent.FeeWaived(t.no(), command.reason(), by.id(), by.unit()));
                });
    }

    private static Response refunded(
            CaseState state, TravellerState t, Context context, FeeCommand.RefundFee command) {
        var may =
                Check.that(isOfHolder(state, context), Code.NOT_ALLOWED, "unit")
                        .and(isDueBack(t), Code.NOT_FOUND, "refund");
        return referenced(t, may, command.reference())
                .then(() -> {
                    var by = officer(context).orElseThrow();
                    return List.of(
                            new FeeEvent.FeeRefunded(
                                    t.no(),
                                    t.fee().orElseThrow().dueBack(isApproved(t)),
                                    command.reference().strip(),
                                    by.id(),
                                    by.unit()));
                });
    }
}
