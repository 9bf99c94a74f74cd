package exeat.casework.upward;

import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.Event;
import exeat.casework.event.IssueEvent;
import exeat.casework.state.IssueState;
import exeat.casework.state.IssueState.IssuePath;
import exeat.casework.value.OwnWords;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules for issues about a paragraph: an issue goes up until somebody answers it. A level that
 * misses its deadline passes it up, and the delay counts against that level.
 */
public final class IssueRules {

    private IssueRules() {}

    public static Response respond(
            Optional<IssueState> state, Context context, IssueCommand command) {
        return switch (command) {
            case IssueCommand.CheckIssueDeadline _ ->
                    Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                            .and(state.isPresent(), Code.NOT_FOUND, "issue")
                            .then(() -> passed(state.orElseThrow(), context));
            case IssueCommand.RaiseOwnIssue raise -> raiseOwn(state, context, raise);
            case IssueClockCommand.RaiseDisagreement raise ->
                    raiseDisagreement(state, context, raise);
            case IssueClockCommand.EraseIssue _ -> erase(state, context);
            case IssueCommand.RaiseIssue raise ->
                    byOfficer(context, officer -> raise(state, context, officer, raise));
            case IssueCommand.EscalateIssue pass ->
                    byOfficer(context, officer -> passUp(state, context, officer, pass));
            case IssueCommand.AnswerIssue answer ->
                    byOfficer(context, officer -> answer(state, context, officer, answer));
        };
    }

    private static Response byOfficer(
            Context context, java.util.function.Function<Actor.Officer, Response> respond) {
        if (!(context.actor() instanceof Actor.Officer officer)) {
            return Check.rejected(Code.NOT_ALLOWED, "actor");
        }
        if (!officer.briefed()) {
            return Check.rejected(Code.NOT_BRIEFED, "officer");
        }
        return officer.duty().absent()
                ? Check.rejected(Code.NOT_ALLOWED, "absent")
                : respond.apply(officer);
    }

    private static Response raise(
            Optional<IssueState> state,
            Context context,
            Actor.Officer officer,
            IssueCommand.RaiseIssue raise) {
        var directive = context.directive();
        var tree = context.tree();
        return Check.that(state.isEmpty(), Code.ALREADY_EXISTS, "issue")
                .and(tree.find(officer.unit()).isPresent(), Code.NOT_ALLOWED, "unit")
                .and(() -> sound(directive, raise.paragraph(), raise.text()))
                .then(() -> {
                    var to = above(context, officer.unit()).orElse(tree.root().id());
                    return List.of(
                            new IssueEvent.IssueRaised(
                                    directive.ref(),
                                    raise.paragraph(),
                                    raise.text(),
                                    officer.unit(),
                                    officer.id(),
                                    to,
                                    due(context, to)));
                });
    }

    private static Response raiseOwn(
            Optional<IssueState> state, Context context, IssueCommand.RaiseOwnIssue raise) {
        var tree = context.tree();
        return Check.that(context.actor() instanceof Actor.Party, Code.NOT_ALLOWED, "actor")
                .and(state.isEmpty(), Code.ALREADY_EXISTS, "issue")
                .and(tree.find(raise.holder()).isPresent(), Code.NOT_FOUND, "unit")
                .and(() -> sound(context.directive(), raise.paragraph(), raise.text()))
                .then(() ->
                        List.of(
                                new IssueEvent.IssueRaisedByTraveller(
                                        context.directive().ref(),
                                        raise.paragraph(),
                                        raise.text(),
                                        raise.holder(),
                                        due(context, raise.holder()))));
    }

    private static Response raiseDisagreement(
            Optional<IssueState> state,
            Context context,
            IssueClockCommand.RaiseDisagreement raise) {
        var tree = context.tree();
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                .and(state.isEmpty(), Code.ALREADY_EXISTS, "issue")
                .and(tree.find(raise.unit()).isPresent(), Code.NOT_FOUND, "unit")
                .and(() -> sound(context.directive(), raise.paragraph(), raise.text()))
                .then(() -> {
                    var to = above(context, raise.unit()).orElse(tree.root().id());
                    return List.of(
                            new IssueEvent.IssueRaised(
                                    context.directive().ref(),
                                    raise.paragraph(),
                                    raise.text(),
                                    raise.unit(),
                                    raise.officer(),
                                    to,
                                    due(context, to)));
                });
    }

    /** An officer's issue holds nothing personal; erasing it again is accepted as done. */
    private static Response erase(Optional<IssueState> state, Context context) {
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                .and(state.isPresent(), Code.NOT_FOUND, "issue")
                .and(
                        () -> state.orElseThrow().road().filter(IssuePath::byTraveller).isPresent(),
                        Code.NOT_ALLOWED,
                        "issue")
                .then(() ->
                        state.orElseThrow().isErased()
                                ? List.<Event>of()
                                : List.of(
                                        new IssueEvent.IssueErased(
                                                state.orElseThrow().withoutWords(context.now()),
                                                List.of())));
    }

    private static Optional<Rejection> sound(Directive directive, String paragraph, String text) {
        return Check.that(
                        directive.paragraph(paragraph).isPresent(),
                        Code.NOT_IN_DIRECTIVE,
                        "paragraph")
                .and(!OwnWords.isEmpty(text), Code.REASON_MISSING, "text")
                .failure();
    }

    private static Optional<AuthorityId> above(Context context, AuthorityId unit) {
        var tree = context.tree();
        return tree.parent(unit).map(up -> tree.current(up.id())).map(Authority::id);
    }

    private static Optional<LocalDate> due(Context context, AuthorityId unit) {
        var directive = context.directive();
        return directive
                .upward()
                .issues()
                .filter(_ -> above(context, unit).isPresent())
                .map(level -> level.until(directive.limits().calendar(unit), context.today()));
    }

    private static Response passUp(
            Optional<IssueState> state,
            Context context,
            Actor.Officer officer,
            IssueCommand.EscalateIssue pass) {
        return held(state, context, officer)
                .and(!OwnWords.isEmpty(pass.remark()), Code.REASON_MISSING, "remark")
                .and(
                        () -> above(context, officer.unit()).isPresent(),
                        Code.NOT_ALLOWED,
                        "authority")
                .then(() -> {
                    var to = above(context, officer.unit()).orElseThrow();
                    return List.of(
                            new IssueEvent.IssuePassedUp(
                                    officer.unit(),
                                    to,
                                    officer.id(),
                                    pass.remark(),
                                    due(context, to)));
                });
    }

    /** Only the issuer's answer is a clarification. */
    private static Response answer(
            Optional<IssueState> state,
            Context context,
            Actor.Officer officer,
            IssueCommand.AnswerIssue answer) {
        boolean issuer = officer.unit().equals(context.tree().root().id());
        return held(state, context, officer)
                .and(!OwnWords.isEmpty(answer.answer()), Code.REASON_MISSING, "answer")
                .and(issuer == answer.clarification().isPresent(), Code.BAD_VALUE, "clarification")
                .then(() ->
                        List.of(
                                new IssueEvent.IssueAnswered(
                                        officer.unit(),
                                        officer.id(),
                                        answer.answer(),
                                        answer.clarification())));
    }

    private static Check held(Optional<IssueState> state, Context context, Actor.Officer officer) {
        return Check.that(state.isPresent(), Code.NOT_FOUND, "issue")
                .and(
                        () -> now(context, state.orElseThrow().holder()).equals(officer.unit()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> state.orElseThrow().answer().isEmpty(), Code.WRONG_STAGE, "issue");
    }

    /** The successor has the issues of a closed unit. */
    private static AuthorityId now(Context context, AuthorityId holder) {
        var tree = context.tree();
        return tree.isClosed(holder) ? tree.current(holder).id() : holder;
    }

    private static List<Event> passed(IssueState issue, Context context) {
        boolean late = issue.due().filter(context.today()::isAfter).isPresent();
        return above(context, now(context, issue.holder()))
                .filter(_ -> late)
                .<List<Event>>map(to ->
                        List.of(new IssueEvent.IssueRose(issue.holder(), to, due(context, to))))
                .orElse(List.of());
    }
}
