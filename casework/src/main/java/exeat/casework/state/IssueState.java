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
 * @param raisedBy the unit; for a traveller's, the one that had their file
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

    /** Whether its words went with the file of whoever raised it. */
    public boolean isErased() {
        return text.isEmpty();
    }

    /**
     * As it is once the file of whoever raised it is erased: that it was raised, against what, the
     * way it went and how long each level had it. What was said goes, also by those who may have
     * quoted it; what the issuer said to everybody stays. One that was open rests.
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

    /** The last day of the level that has it, while it is open. */
    public Optional<LocalDate> due() {
        return answer.isPresent() ? Optional.empty() : road.flatMap(r -> r.last().due());
    }

    /** The day on which the clock sends it up. */
    public Optional<LocalDate> look() {
        return due().map(day -> day.plusDays(1));
    }

    /**
     * The way of an issue.
     *
     * @param byTraveller whether a traveller raised it
     * @param levels in their order; the last has it, or answered
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
     * @param due its last day; none at the top, from where it goes nowhere
     * @param late whether it let its day pass, so that the delay is its own
     */
    public record IssueLevel(
            AuthorityId unit, Instant since, Optional<LocalDate> due, boolean late) {}
}
