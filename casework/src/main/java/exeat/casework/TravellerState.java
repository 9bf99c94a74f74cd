package exeat.casework;

import exeat.rules.AuthorityId;
import exeat.rules.Facts;
import exeat.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One traveller, folded from the events.
 *
 * @param facts everything the rules read: read off the application, declared, answered, corrected
 * @param since when the stage began
 * @param secretIssued whether the person holds a secret of their own
 */
public record TravellerState(
        Traveller traveller,
        Stage stage,
        Instant since,
        boolean secretIssued,
        Facts facts,
        Optional<Finding> finding,
        List<Clearance> clearances,
        List<Hold> holds,
        List<Proposal> proposals,
        List<Question> questions,
        List<AppealState> appeals,
        Set<Safeguard> safeguards,
        Optional<Paper> paper,
        List<Part> parts,
        Optional<Stop> stop,
        boolean protectionClaimed) {

    public TravellerState {
        clearances = List.copyOf(clearances);
        holds = List.copyOf(holds);
        proposals = List.copyOf(proposals);
        questions = List.copyOf(questions);
        appeals = List.copyOf(appeals);
        safeguards = Set.copyOf(safeguards);
        parts = List.copyOf(parts);
    }

    /** A clearance, done when {@code doneBy} is there. */
    public record Clearance(
            String name,
            AuthorityId unit,
            Instant opened,
            LocalDate due,
            Optional<AuthorityId> bookedTo,
            Optional<OfficerId> doneBy,
            Optional<Instant> doneAt) {}

    /** A hold, open until {@code releasedAt}. */
    public record Hold(
            int number,
            HoldGround ground,
            String evidence,
            AuthorityId owner,
            LocalDate limit,
            Instant placed,
            OfficerId first,
            OfficerId second,
            Optional<String> clearance,
            Optional<Instant> releasedAt) {
        public boolean isOpen() {
            return releasedAt.isEmpty();
        }
    }

    /** A first officer's proposal; open until decided. */
    public record Proposal(
            int number,
            Act act,
            OfficerId by,
            AuthorityId unit,
            String reason,
            Instant at,
            boolean open) {}

    /** Something the traveller is asked; open until answered. */
    public record Question(Item item, AuthorityId by, Instant asked, Optional<Instant> answered) {}

    public record AppealState(
            int number,
            Command.Against against,
            String grounds,
            AuthorityId reviewer,
            LocalDate due,
            Instant filed,
            Optional<Boolean> upheld) {}

    /** The travel authorisation. */
    public record Paper(
            String number,
            LocalDate from,
            LocalDate until,
            boolean reentry,
            boolean revoked,
            boolean ended) {}

    /** One office's part of a crossing. */
    public record Part(
            Command.Direction direction,
            exeat.rules.Function function,
            AuthorityId post,
            OfficerId by,
            Instant at) {}

    /** A stop at the border, and the officer who took over. */
    public record Stop(AuthorityId post, OfficerId owner, String reason, Instant at) {}
}
