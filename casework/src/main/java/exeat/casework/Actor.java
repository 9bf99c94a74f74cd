package exeat.casework;

import exeat.rules.AuthorityId;
import exeat.rules.Function;

/** Who gives a command. */
public sealed interface Actor {

    /** Somebody who has not signed in: may file an application, and nothing else. */
    record Stranger() implements Actor {}

    /** A person of one application, signed in with their own secret. */
    record Party(StreamId.CaseId caseId, TravellerNo no) implements Actor {}

    /**
     * An officer with a mandate.
     *
     * @param briefed whether they have read and acknowledged the directive that the command is
     *     under
     * @param lawyer whether their account was made as a lawyer's, who signs rules
     */
    record Officer(
            OfficerId id, AuthorityId unit, Function function, boolean briefed, boolean lawyer)
            implements Actor {
        /** An officer who signs no rules. */
        public Officer(OfficerId id, AuthorityId unit, Function function, boolean briefed) {
            this(id, unit, function, briefed, false);
        }
    }

    /** The system's own clock. */
    record Clock() implements Actor {}
}
