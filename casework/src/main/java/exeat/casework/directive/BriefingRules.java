package exeat.casework.directive;

import exeat.casework.access.HandingDown;
import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.Event;
import exeat.casework.state.BriefingState;
import exeat.casework.state.BriefingState.UnitBriefing;
import exeat.casework.state.Enactment;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.BriefingCheck;
import exeat.rules.Directive;
import exeat.rules.document.Citation;
import exeat.rules.document.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a directive is handed down the tree, level by level, and acknowledged. */
public final class BriefingRules {

    private BriefingRules() {}

    public static Response respond(
            Optional<BriefingState> state, Context context, BriefingCommand command) {
        if (!(context.actor() instanceof Actor.Officer officer)) {
            return Check.rejected(Code.NOT_ALLOWED, "actor");
        }
        var tree = context.tree();
        boolean speaks =
                command instanceof BriefingCommand.EndAbsence
                        || command instanceof BriefingCommand.SetAbsence;
        if (officer.duty().absent() && !speaks) {
            return Check.rejected(Code.NOT_ALLOWED, "absent");
        }
        if (tree.isClosed(officer.unit())) {
            return Check.rejected(Code.NOT_ALLOWED, "unit");
        }
        return switch (command) {
            case BriefingCommand.SignRules sign ->
                    EnactmentRules.sign(state, context, officer, sign);
            case BriefingCommand.PutInForce _ -> EnactmentRules.putInForce(state, context, officer);
            case BriefingCommand.ProposeChange propose ->
                    on(state, s -> EnactmentRules.propose(s, context, officer, propose));
            case BriefingCommand.SecondChange second ->
                    on(state, s -> EnactmentRules.second(s, context, officer, second));
            case BriefingCommand.SetAbsence absence ->
                    on(state, s -> DutyRules.absent(s, context, officer, absence));
            case BriefingCommand.EndAbsence(var _, var number) ->
                    on(state, s -> DutyRules.back(s, context, officer, number));
            case BriefingCommand.Delegate delegate ->
                    on(state, s -> DutyRules.delegate(s, context, officer, delegate));
            case BriefingCommand.EndDelegation(var _, var number) ->
                    on(state, s -> DutyRules.end(s, context, officer, number));
            case BriefingCommand.Clarify clarify ->
                    on(state, s -> ClarificationRules.clarify(s, context, officer, clarify));
            case BriefingCommand.AcknowledgeClarification(var _, var number) ->
                    on(state, s -> ClarificationRules.acknowledge(s, officer, number));
            case BriefingCommand.HandDown _ ->
                    on(state, briefing -> handDown(briefing, context, officer));
            case BriefingCommand.Acknowledge read ->
                    on(state, briefing -> acknowledge(briefing, context, officer, read));
        };
    }

    private static Response on(
            Optional<BriefingState> state,
            java.util.function.Function<BriefingState, Response> respond) {
        return state.map(respond).orElseGet(() -> Check.rejected(Code.NOT_FOUND, "briefing"));
    }

    private static Response handDown(
            BriefingState briefing, Context context, Actor.Officer officer) {
        var next = HandingDown.next(briefing, context.tree(), officer.unit());
        return Check.that(hasRead(briefing, context, officer), Code.NOT_BRIEFED, "unit")
                .and(!next.isEmpty(), Code.ALREADY_EXISTS, "units")
                .then(() ->
                        next.stream()
                                .map(unit ->
                                        new BriefingEvent.HandedDown(
                                                unit, Optional.of(officer.id())))
                                .toList());
    }

    /** The edition of today. */
    static String edition(BriefingState briefing, Context context) {
        return briefing.enactment()
                .map(Enactment::tenure)
                .orElse(VersionHistory.NONE)
                .edition(context.today());
    }

    private static boolean hasRead(BriefingState briefing, Context context, Actor.Officer officer) {
        var unit = briefing.units().get(officer.unit());
        return unit != null && unit.hasRead(officer.id(), edition(briefing, context));
    }

    private static Response acknowledge(
            BriefingState briefing,
            Context context,
            Actor.Officer officer,
            BriefingCommand.Acknowledge read) {
        var unit = Optional.ofNullable(briefing.units().get(officer.unit()));
        var version = context.directive();
        return Check.that(unit.isPresent(), Code.NOT_FOUND, "unit")
                .and(() -> !hasRead(briefing, context, officer), Code.ALREADY_EXISTS, "officer")
                .and(read.version().equals(version.ref().hash()), Code.CHANGED, "version")
                .and(
                        () -> BriefingCheck.isWhole(version, read.answers()),
                        Code.BAD_VALUE,
                        "answers")
                .and(() -> answered(version, read))
                .then(() -> acknowledged(unit.orElseThrow(), officer, edition(briefing, context)));
    }

    private static Optional<Rejection> answered(
            Directive version, BriefingCommand.Acknowledge read) {
        var wrong = BriefingCheck.wrong(version, read.answers());
        return wrong.isEmpty()
                ? Optional.empty()
                : Check.no(
                        Code.WRONG_ANSWER,
                        wrong.values().stream()
                                .map(Paragraph::number)
                                .distinct()
                                .sorted(Citation.ORDER)
                                .collect(Collectors.joining(", ")));
    }

    private static List<Event> acknowledged(
            UnitBriefing unit, Actor.Officer officer, String edition) {
        var events = new ArrayList<Event>();
        events.add(
                new BriefingEvent.OfficerAcknowledged(
                        officer.unit(), officer.id(), Optional.of(edition)));
        if (unit.acknowledged().isEmpty()) {
            events.add(new BriefingEvent.UnitAcknowledged(officer.unit()));
        }
        return events;
    }
}
