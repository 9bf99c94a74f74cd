package exeat.casework.directive;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.event.Event;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Enactment;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.OwnWords;
import exeat.casework.value.RulePair;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof;
import exeat.rules.prove.ProofReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the issuer does with a directive: its lawyers sign, an officer puts a version in force, two
 * officers suspend, resume or repeal it. A version that is not fully proved and signed cannot be
 * put in force.
 */
final class EnactmentRules {

    private EnactmentRules() {}

    private static Enactment enactment(Optional<BriefingState> state) {
        return state.flatMap(BriefingState::enactment).orElse(Enactment.NONE);
    }

    static Response sign(
            Optional<BriefingState> state,
            Context context,
            Actor.Officer lawyer,
            BriefingCommand.SignRules sign) {
        var before = enactment(state);
        var pairs =
                RulePair.of(context.directive()).stream()
                        .map(RulePair::hash)
                        .collect(Collectors.toSet());
        return Check.that(lawyer.lawyer(), Code.NOT_ALLOWED, "lawyer")
                .and(isIssuer(context, lawyer), Code.NOT_ALLOWED, "unit")
                .and(!sign.pairs().isEmpty(), Code.BAD_VALUE, "pairs")
                .and(pairs.containsAll(sign.pairs()), Code.NOT_IN_DIRECTIVE, "pairs")
                .and(
                        () ->
                                sign.pairs().stream()
                                        .noneMatch(pair -> before.isSignedBy(pair, lawyer.id())),
                        Code.ALREADY_EXISTS,
                        "pairs")
                .then(() ->
                        List.of(
                                new EnactmentEvent.RulesSigned(
                                        context.directive().ref(), sign.pairs(), lawyer.id())));
    }

    private static boolean isIssuer(Context context, Actor.Officer officer) {
        return officer.unit().equals(context.directive().authorities().root().id());
    }

    static Response putInForce(
            Optional<BriefingState> state, Context context, Actor.Officer officer) {
        var version = context.directive();
        var before = enactment(state);
        var over = version.inForce().until().filter(context.today()::isAfter);
        return Check.that(isIssuer(context, officer), Code.NOT_ALLOWED, "unit")
                .and(!version.isModel(), Code.NOT_ALLOWED, "model")
                .and(!before.tenure().stands(version.ref()), Code.ALREADY_EXISTS, "version")
                .and(over.isEmpty(), Code.BAD_DATE, "version")
                .and(
                        version.carries().stream().allMatch(number -> number <= said(state)),
                        Code.BAD_VALUE,
                        "carries")
                .and(() -> below(context))
                .and(() -> proved(context.force().proofs()))
                .and(() -> signed(before, context))
                .then(() -> inForce(state, context, officer));
    }

    /** A local version needs exactly the versions that it names to be in force above it. */
    private static Optional<Rejection> below(Context context) {
        var version = context.directive();
        for (var at = version.parent(); at.isPresent(); at = at.get().parent()) {
            var layer = at.get().ref();
            if (!version.parsed().isPinned()) {
                return Check.no(Code.PARENT_NOT_NAMED, layer.id());
            }
            if (!context.force().above().inForce().contains(layer)) {
                return Check.no(Code.PARENT_NOT_IN_FORCE, layer.id());
            }
        }
        return Optional.empty();
    }

    /** How many clarifications there are; a version cannot include others. */
    private static int said(Optional<BriefingState> state) {
        return state.map(briefing -> briefing.clarified().size()).orElse(0);
    }

    /** An undecided or missing proof counts as not proved. */
    private static Optional<Rejection> proved(Optional<ProofReport> proofs) {
        if (proofs.filter(ProofReport::proved).isPresent()) {
            return Optional.empty();
        }
        var open =
                proofs.stream()
                        .flatMap(report -> report.proofs().stream())
                        .filter(EnactmentRules::isOpen)
                        .map(Proof::obligation)
                        .map(Obligation::number)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return Check.no(Code.NOT_PROVED, open);
    }

    private static boolean isOpen(Proof proof) {
        return switch (proof.verdict()) {
            case FAILED, UNDECIDED, NOT_PROVABLE -> true;
            case PROVED, NOTHING_TO_PROVE -> false;
        };
    }

    private static Optional<Rejection> signed(Enactment before, Context context) {
        var open =
                before.unsigned(context.directive()).stream()
                        .map(RulePair::number)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return open.isEmpty() ? Optional.empty() : Check.no(Code.NOT_SIGNED, open);
    }

    /** The first time, the issuer's own unit receives the directive and has acknowledged it. */
    private static List<Event> inForce(
            Optional<BriefingState> state, Context context, Actor.Officer officer) {
        var version = context.directive();
        var root = version.authorities().root().id();
        var events = new ArrayList<Event>();
        events.add(
                new EnactmentEvent.VersionInForce(version.ref(), version.inForce(), officer.id()));
        if (state.filter(briefing -> briefing.units().containsKey(root)).isEmpty()) {
            events.add(new BriefingEvent.HandedDown(root, Optional.of(officer.id())));
            events.add(
                    new BriefingEvent.OfficerAcknowledged(
                            root, officer.id(), Optional.of(VersionHistory.FIRST)));
            events.add(new BriefingEvent.UnitAcknowledged(root));
        }
        return events;
    }

    static Response propose(
            BriefingState state,
            Context context,
            Actor.Officer officer,
            BriefingCommand.ProposeChange propose) {
        var before = enactment(Optional.of(state));
        return Check.that(isIssuer(context, officer), Code.NOT_ALLOWED, "unit")
                .and(!OwnWords.isEmpty(propose.reason()), Code.REASON_MISSING, "reason")
                .and(() -> possible(state, context, officer, propose.change()))
                .then(() ->
                        List.of(
                                new EnactmentEvent.ChangeProposed(
                                        before.changes() + 1,
                                        propose.change(),
                                        officer.id(),
                                        propose.reason())));
    }

    private static Optional<Rejection> possible(
            BriefingState state, Context context, Actor.Officer officer, DirectiveChange change) {
        var tenure = enactment(Optional.of(state)).tenure();
        var check = Check.that(!tenure.versions().isEmpty(), Code.WRONG_STAGE, "directive");
        return switch (change) {
            case DirectiveChange.Suspend() ->
                    check.and(!tenure.suspended(), Code.ALREADY_EXISTS, "change").failure();
            case DirectiveChange.Resume() ->
                    check.and(tenure.suspended(), Code.WRONG_STAGE, "change").failure();
            case DirectiveChange.Repeal(var from) ->
                    check.and(tenure.repealed().isEmpty(), Code.ALREADY_EXISTS, "change")
                            .and(!from.isBefore(context.today()), Code.BAD_DATE, "from")
                            .failure();
            case DirectiveChange.Clarify clarify ->
                    Check.that(officer.briefed(), Code.NOT_BRIEFED, "officer")
                            .and(!clarify.rules().isEmpty(), Code.BAD_VALUE, "rules")
                            .and(() ->
                                    ClarificationRules.sound(
                                            state, context, command(state, clarify)))
                            .failure();
            // Units are the office's, and close in its register.
            case DirectiveChange.CloseUnit _ ->
                    check.and(() -> Check.no(Code.NOT_ALLOWED, "change")).failure();
        };
    }

    private static BriefingCommand.Clarify command(BriefingState state, DirectiveChange.Clarify c) {
        return new BriefingCommand.Clarify(
                state.id(), c.issue(), c.paragraph(), c.rules(), c.text());
    }

    static Response second(
            BriefingState state,
            Context context,
            Actor.Officer officer,
            BriefingCommand.SecondChange second) {
        var before = enactment(Optional.of(state));
        var open = before.proposal().filter(p -> p.number() == second.proposal());
        return Check.that(isIssuer(context, officer), Code.NOT_ALLOWED, "unit")
                .and(open.isPresent(), Code.NOT_FOUND, "proposal")
                .and(
                        () -> !officer.isOrIsTiedTo(open.orElseThrow().by()),
                        Code.SECOND_OFFICER,
                        "proposal")
                .and(() -> possible(state, context, officer, open.orElseThrow().change()))
                .then(() -> made(state, context, open.orElseThrow(), officer));
    }

    private static List<Event> made(
            BriefingState state, Context context, Enactment.Proposal open, Actor.Officer second) {
        var events = new ArrayList<Event>();
        events.add(
                new EnactmentEvent.ChangeMade(
                        open.number(), open.change(), open.by(), second.id(), open.reason()));
        if (open.change() instanceof DirectiveChange.Clarify clarify) {
            events.addAll(
                    ClarificationRules.clarified(
                            state,
                            context,
                            List.of(open.by(), second.id()),
                            command(state, clarify)));
        }
        return events;
    }
}
