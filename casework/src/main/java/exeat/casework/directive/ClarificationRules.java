package exeat.casework.directive;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.event.Event;
import exeat.casework.event.RecordedEvent;
import exeat.casework.evolve.BriefingFold;
import exeat.casework.state.BriefingState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.OwnWords;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.RuleView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The issuer's answers to issues, and who has read them. */
final class ClarificationRules {

    private ClarificationRules() {}

    /**
     * By one officer: an answer that changes no rule, so nobody has to read the directive again.
     */
    static Response clarify(
            BriefingState state,
            Context context,
            Actor.Officer officer,
            BriefingCommand.Clarify clarify) {
        return Check.that(isIssuer(context, officer), Code.NOT_ALLOWED, "unit")
                .and(officer.briefed(), Code.NOT_BRIEFED, "officer")
                .and(clarify.rules().isEmpty(), Code.SECOND_OFFICER, "rules")
                .and(() -> sound(state, context, clarify))
                .then(() -> clarified(state, context, List.of(officer.id()), clarify));
    }

    private static boolean isIssuer(Context context, Actor.Officer officer) {
        return officer.unit().equals(root(context));
    }

    private static AuthorityId root(Context context) {
        return context.directive().authorities().root().id();
    }

    static Optional<Rejection> sound(
            BriefingState state, Context context, BriefingCommand.Clarify clarify) {
        var version = context.directive();
        var known = version.rules().stream().map(RuleView::id).collect(Collectors.toSet());
        boolean said = state.clarified().stream().anyMatch(c -> c.issue().equals(clarify.issue()));
        return Check.that(!OwnWords.isEmpty(clarify.text()), Code.REASON_MISSING, "text")
                .and(
                        version.paragraph(clarify.paragraph()).isPresent(),
                        Code.NOT_IN_DIRECTIVE,
                        "paragraph")
                .and(known.containsAll(clarify.rules()), Code.NOT_IN_DIRECTIVE, "rules")
                .and(!said, Code.ALREADY_EXISTS, "issue")
                .failure();
    }

    /** The officer whose answer changes a rule counts as having read the new edition. */
    static List<Event> clarified(
            BriefingState state,
            Context context,
            List<OfficerId> authors,
            BriefingCommand.Clarify clarify) {
        var clarified =
                new ClarificationEvent.Clarified(
                        state.clarified().size() + 1,
                        clarify.issue(),
                        context.directive().ref(),
                        clarify.paragraph(),
                        clarify.rules(),
                        clarify.text(),
                        authors.getFirst());
        var before = BriefingRules.edition(state, context);
        var recorded = new RecordedEvent(state.id(), 1, context.now(), clarified);
        var after =
                BriefingRules.edition(
                        BriefingFold.evolve(Optional.of(state), recorded, clarified), context);
        var events = new ArrayList<Event>(List.of(clarified));
        if (!after.equals(before)) {
            authors.forEach(author ->
                    events.add(
                            new BriefingEvent.OfficerAcknowledged(
                                    root(context), author, Optional.of(after))));
        }
        return events;
    }

    static Response acknowledge(BriefingState state, Actor.Officer officer, int number) {
        var found = state.clarified().stream().filter(c -> c.number() == number).findFirst();
        return Check.that(found.isPresent(), Code.NOT_FOUND, "clarification")
                .and(officer.briefed(), Code.NOT_BRIEFED, "officer")
                .and(state.units().containsKey(officer.unit()), Code.NOT_ALLOWED, "unit")
                .and(
                        () -> !found.orElseThrow().acknowledged().containsKey(officer.unit()),
                        Code.ALREADY_EXISTS,
                        "unit")
                .then(() ->
                        List.of(
                                new ClarificationEvent.ClarificationAcknowledged(
                                        number, officer.unit(), officer.id())));
    }
}
