package exeat.casework.state;

import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An issue.
 *
 * @param raisedBy the unit that raised it; for a traveller's issue, the unit that handled their
 *     case
 * @param road the levels that had it; empty for one from before this was recorded
 */
public record IssueState(
        StreamId.IssueId id,
        DirectiveRef directive,
        String paragraph,
        String text,
        AuthorityId raisedBy,
        AuthorityId holder,
        Instant raised,
        List<String> remarks,
        Optional<String> answer,
        Optional<IssuePath> road)
        implements State {
    public IssueState {
        remarks = List.copyOf(remarks);
    }

    /** Whether its text was erased with the case of the person who raised it. */
    public boolean isErased() {
        return text.isEmpty();
    }

    /**
     * The issue after the case of the person who raised it was erased. What remains: that it was
     * raised, about which paragraph, and how long each level had it. All texts go, because answers
     * may quote it; only the issuer's clarification stays. An open issue is closed.
     */
    public IssueState withoutWords(Instant now) {
        boolean published = road.flatMap(IssuePath::clarification).isPresent();
        return new IssueState(
                id,
                directive,
                paragraph,
                "",
                raisedBy,
                holder,
                raised,
                List.of(),
                Optional.of(published ? answer.orElse("") : ""),
                road.map(r ->
                        new IssuePath(
                                r.byTraveller(),
                                r.levels(),
                                r.clarification(),
                                r.answered().or(() -> Optional.of(now)))));
    }

    /** The deadline of the level that has it, while it is open. */
    public Optional<LocalDate> due() {
        return answer.isPresent() ? Optional.empty() : road.flatMap(r -> r.last().due());
    }

    /** The day on which the clock sends it up. */
    public Optional<LocalDate> look() {
        return due().map(day -> day.plusDays(1));
    }

    /**
     * The levels that an issue passed.
     *
     * @param byTraveller whether a traveller raised it
     * @param levels in order; the last has it, or answered it
     * @param clarification the number of the issuer's answer
     */
    public record IssuePath(
            boolean byTraveller,
            List<IssueState.IssueLevel> levels,
            Optional<Integer> clarification,
            Optional<Instant> answered) {
        public IssuePath {
            levels = List.copyOf(levels);
        }

        IssueState.IssueLevel last() {
            return levels.getLast();
        }
    }

    /**
     * One level's part.
     *
     * @param due its deadline; none at the top
     * @param late whether it missed its deadline, so that the delay counts against it
     */
    public record IssueLevel(
            AuthorityId unit, Instant since, Optional<LocalDate> due, boolean late) {}
}
