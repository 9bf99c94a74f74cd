package exeat.casework.event;

import exeat.casework.state.VersionHistory;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.util.Optional;

/** An event in the life of a directive: signed, in force, handed down, ended. */
public sealed interface BriefingEvent extends Event
        permits BriefingEvent.HandedDown,
                BriefingEvent.OfficerAcknowledged,
                BriefingEvent.UnitAcknowledged,
                EnactmentEvent,
                DutyEvent,
                ClarificationEvent {
    record HandedDown(AuthorityId to, Optional<OfficerId> by) implements BriefingEvent {}

    /**
     * An officer has read the directive.
     *
     * @param edition which, see {@link VersionHistory#edition}; empty where it was the first
     */
    record OfficerAcknowledged(AuthorityId unit, OfficerId by, Optional<String> edition)
            implements BriefingEvent {}

    record UnitAcknowledged(AuthorityId unit) implements BriefingEvent {}
}
