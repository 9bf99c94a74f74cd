package exeat.casework;

import exeat.casework.Rejection.Code;
import exeat.casework.State.IssueState;
import exeat.rules.Authority;
import exeat.rules.AuthorityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An issue with a paragraph: raised at any level, it rises until somebody answers it. */
final class IssueLife {

    private IssueLife() {}

    static Response respond(
            Optional<IssueState> state, Context context, Command.IssueCommand command) {
        if (!(context.actor() instanceof Actor.Officer officer)) {
            return Check.rejected(Code.NOT_ALLOWED, "actor");
        }
        if (!officer.briefed()) {
            return Check.rejected(Code.NOT_BRIEFED, "officer");
        }
        if (officer.duty().absent()) {
            return Check.rejected(Code.NOT_ALLOWED, "absent");
        }
        return switch (command) {
            case Command.RaiseIssue raise -> raise(state, context, officer, raise);
            case Command.PassUpIssue pass ->
                    held(state, context, officer)
                            .and(!pass.remark().isBlank(), Code.REASON_MISSING, "remark")
                            .and(() -> hasParent(context, officer), Code.NOT_ALLOWED, "authority")
                            .then(() -> List.of(passedUp(context, officer, pass)));
            case Command.AnswerIssue answer ->
                    held(state, context, officer)
                            .and(!answer.answer().isBlank(), Code.REASON_MISSING, "answer")
                            .then(() ->
                                    List.of(
                                            new Event.IssueAnswered(
                                                    officer.unit(),
                                                    officer.id(),
                                                    answer.answer())));
        };
    }

    private static Response raise(
            Optional<IssueState> state,
            Context context,
            Actor.Officer officer,
            Command.RaiseIssue raise) {
        var directive = context.directive();
        var tree = context.tree();
        return Check.that(state.isEmpty(), Code.ALREADY_EXISTS, "issue")
                .and(tree.find(officer.unit()).isPresent(), Code.NOT_ALLOWED, "unit")
                .and(
                        () -> directive.paragraph(raise.paragraph()).isPresent(),
                        Code.NOT_IN_DIRECTIVE,
                        "paragraph")
                .and(!raise.text().isBlank(), Code.REASON_MISSING, "text")
                .then(() ->
                        List.of(
                                new Event.IssueRaised(
                                        directive.ref(),
                                        raise.paragraph(),
                                        raise.text(),
                                        officer.unit(),
                                        officer.id(),
                                        tree.parent(officer.unit())
                                                .map(up -> tree.now(up.id()))
                                                .orElse(tree.root())
                                                .id())));
    }

    private static Check held(Optional<IssueState> state, Context context, Actor.Officer officer) {
        return Check.that(state.isPresent(), Code.NOT_FOUND, "issue")
                .and(
                        () -> now(context, state.orElseThrow().holder()).equals(officer.unit()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> state.orElseThrow().answer().isEmpty(), Code.WRONG_STAGE, "issue");
    }

    /** What a unit had that has closed, its successor has. */
    private static AuthorityId now(Context context, AuthorityId holder) {
        var tree = context.tree();
        return tree.isClosed(holder) ? tree.now(holder).id() : holder;
    }

    private static boolean hasParent(Context context, Actor.Officer officer) {
        return context.directive().authorities().parent(officer.unit()).isPresent();
    }

    private static Event passedUp(
            Context context, Actor.Officer officer, Command.PassUpIssue pass) {
        var tree = context.tree();
        var parent = tree.parent(officer.unit()).map(up -> tree.now(up.id())).map(Authority::id);
        return new Event.IssuePassedUp(
                officer.unit(), parent.orElseThrow(), officer.id(), pass.remark());
    }

    static IssueState evolve(
            Optional<IssueState> before, Event.Recorded recorded, Event.IssueEvent event) {
        return switch (event) {
            case Event.IssueRaised raised ->
                    new IssueState(
                            (StreamId.IssueId) recorded.stream(),
                            raised.directive(),
                            raised.paragraph(),
                            raised.text(),
                            raised.by(),
                            raised.to(),
                            recorded.at(),
                            List.of(),
                            Optional.empty());
            case Event.IssuePassedUp passed -> passedUp(existing(before), passed);
            case Event.IssueAnswered answered -> answered(existing(before), answered);
        };
    }

    private static IssueState existing(Optional<IssueState> before) {
        return before.orElseThrow(
                () -> new IllegalStateException("an issue goes on before it was raised"));
    }

    private static IssueState passedUp(IssueState i, Event.IssuePassedUp passed) {
        var remarks = new ArrayList<>(i.remarks());
        remarks.add(passed.remark());
        return new IssueState(
                i.id(),
                i.directive(),
                i.paragraph(),
                i.text(),
                i.raisedBy(),
                passed.to(),
                i.raised(),
                remarks,
                i.answer());
    }

    private static IssueState answered(IssueState i, Event.IssueAnswered answered) {
        return new IssueState(
                i.id(),
                i.directive(),
                i.paragraph(),
                i.text(),
                i.raisedBy(),
                i.holder(),
                i.raised(),
                i.remarks(),
                Optional.of(answered.answer()));
    }
}
