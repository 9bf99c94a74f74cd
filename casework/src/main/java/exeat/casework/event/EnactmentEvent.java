package exeat.casework.event;

import exeat.casework.value.DirectiveChange;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForcePeriod;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What a directive's issuer does with it. */
public sealed interface EnactmentEvent extends BriefingEvent {
    /** A lawyer signed pairs of a paragraph and a rule, see {@link RulePair}. */
    record RulesSigned(DirectiveRef version, Set<String> pairs, OfficerId by)
            implements EnactmentEvent {
        public RulesSigned {
            pairs = Collections.unmodifiableSet(new TreeSet<>(pairs));
        }
    }

    /** A version was put in force, for the days for which it is meant. */
    record VersionInForce(DirectiveRef version, InForcePeriod days, OfficerId by)
            implements EnactmentEvent {}

    record ChangeProposed(int proposal, DirectiveChange change, OfficerId by, String reason)
            implements EnactmentEvent {}

    record ChangeMade(
            int proposal, DirectiveChange change, OfficerId first, OfficerId second, String reason)
            implements EnactmentEvent {}
}
