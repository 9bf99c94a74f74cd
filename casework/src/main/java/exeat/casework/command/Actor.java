package exeat.casework.command;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import java.util.Optional;
import java.util.Set;

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
     * @param unit the unit for which they act: their own, or that of the officer for whom they
     *     stand in
     * @param lawyer whether their account was made as a lawyer's, who signs rules and gives no
     *     other command but a claim to protection
     */
    record Officer(
            OfficerId id,
            AuthorityId unit,
            UnitFunction function,
            boolean briefed,
            boolean lawyer,
            Duty duty)
            implements Actor {
        /** An officer who is present, acts for themselves, and signs no rules. */
        public Officer(OfficerId id, AuthorityId unit, UnitFunction function, boolean briefed) {
            this(id, unit, function, briefed, false);
        }

        /** An officer who is present and acts for themselves. */
        public Officer(
                OfficerId id,
                AuthorityId unit,
                UnitFunction function,
                boolean briefed,
                boolean lawyer) {
            this(id, unit, function, briefed, lawyer, Duty.NONE);
        }

        /** Whether this is that officer, or one who stands in for the other. */
        public boolean isOrIsTiedTo(OfficerId other) {
            return id.equals(other) || duty.tied().contains(other);
        }
    }

    /**
     * An officer's duty today.
     *
     * @param absent whether they said, or somebody above did, that they are away
     * @param standsInFor for whom they act in this session; empty for themselves
     * @param tied the officers who stand in for them, or they for those, now or recently; of two
     *     such officers one can never second what the other proposed
     */
    record Duty(boolean absent, Optional<OfficerId> standsInFor, Set<OfficerId> tied) {
        public static final Duty NONE = new Duty(false, Optional.empty(), Set.of());

        public Duty {
            tied = Set.copyOf(tied);
        }
    }

    /**
     * An auditor, who reads cases with replacement names and gives no command.
     *
     * @param unit the one that issued the directive whose cases they see
     */
    record Auditor(OfficerId id, AuthorityId unit) implements Actor {}

    /**
     * An administrator, who keeps accounts and gives no command: none is theirs, and no case is
     * shown to them.
     */
    record Administrator(OfficerId id) implements Actor {}

    /** The system's own clock. */
    record Clock() implements Actor {}
}
