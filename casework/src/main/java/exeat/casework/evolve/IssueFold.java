package exeat.casework.evolve;

import exeat.casework.event.IssueEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.IssueState;
import exeat.casework.state.IssueState.IssueLevel;
import exeat.casework.state.IssueState.IssuePath;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each event of an issue changes. */
public final class IssueFold {

    private IssueFold() {}

    public static IssueState evolve(
            Optional<IssueState> before, RecordedEvent recorded, IssueEvent event) {
        var at = recorded.at();
        return switch (event) {
            case IssueEvent.IssueRaised r ->
                    begun(
                            recorded,
                            new Begun(r.directive(), r.paragraph(), r.text(), r.by(), r.to()),
                            r.due(),
                            false);
            case IssueEvent.IssueRaisedByTraveller r ->
                    begun(
                            recorded,
                            new Begun(r.directive(), r.paragraph(), r.text(), r.to(), r.to()),
                            r.due(),
                            true);
            case IssueEvent.IssuePassedUp p ->
                    moved(existing(before), level(p.to(), at, p.due()), false, p.remark());
            case IssueEvent.IssueRose r ->
                    moved(existing(before), level(r.to(), at, r.due()), true, "");
            case IssueEvent.IssueAnswered answered -> answered(existing(before), at, answered);
            case IssueEvent.IssueErased erased -> erased.left();
        };
    }

    private record Begun(
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId by,
            AuthorityId to) {}

    private static IssueState begun(
            RecordedEvent recorded, Begun b, Optional<LocalDate> due, boolean byTraveller) {
        var levels = List.of(level(b.to(), recorded.at(), due));
        var road = new IssuePath(byTraveller, levels, Optional.empty(), Optional.empty());
        // An issue without a deadline may be from before levels were recorded; its state has none.
        boolean isTold = byTraveller || due.isPresent();
        return new IssueState(
                (StreamId.IssueId) recorded.stream(),
                b.directive(),
                b.paragraph(),
                b.text(),
                b.by(),
                b.to(),
                recorded.at(),
                List.of(),
                Optional.empty(),
                Optional.of(road).filter(_ -> isTold));
    }

    private static IssueLevel level(AuthorityId unit, Instant since, Optional<LocalDate> due) {
        return new IssueLevel(unit, since, due, false);
    }

    private static IssueState existing(Optional<IssueState> before) {
        return before.orElseThrow(
                () -> new IllegalStateException("an issue goes on before it was raised"));
    }

    /**
     * One level higher.
     *
     * @param late whether the level before missed its deadline
     */
    private static IssueState moved(IssueState i, IssueLevel to, boolean late, String remark) {
        var remarks = new ArrayList<>(i.remarks());
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
        var levels = new ArrayList<IssueLevel>();
        boolean byTraveller = i.road().filter(IssuePath::byTraveller).isPresent();
        i.road().ifPresent(road -> levels.addAll(road.levels()));
        if (late && !levels.isEmpty()) {
            var last = levels.removeLast();
            levels.add(new IssueLevel(last.unit(), last.since(), last.due(), true));
        }
        levels.add(to);
        var road = new IssuePath(byTraveller, levels, Optional.empty(), Optional.empty());
        return new IssueState(
                i.id(),
                i.directive(),
                i.paragraph(),
                i.text(),
                i.raisedBy(),
                to.unit(),
                i.raised(),
                remarks,
                i.answer(),
                Optional.of(road).filter(_ -> i.road().isPresent() || to.due().isPresent()));
    }

    private static IssueState answered(
            IssueState i, Instant at, IssueEvent.IssueAnswered answered) {
        return new IssueState(
                i.id(),
                i.directive(),
                i.paragraph(),
                i.text(),
                i.raisedBy(),
                i.holder(),
                i.raised(),
                i.remarks(),
                Optional.of(answered.answer()),
                i.road()
                        .or(() -> answered.clarification().map(_ -> alone(i)))
                        .map(road ->
                                new IssuePath(
                                        road.byTraveller(),
                                        road.levels(),
                                        answered.clarification(),
                                        Optional.of(at))));
    }

    /** The levels of an issue if only the last one is known. */
    private static IssuePath alone(IssueState i) {
        var level = level(i.holder(), i.raised(), Optional.empty());
        return new IssuePath(false, List.of(level), Optional.empty(), Optional.empty());
    }
}
