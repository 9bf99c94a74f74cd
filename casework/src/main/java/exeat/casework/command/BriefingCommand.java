package exeat.casework.command;

import exeat.casework.value.BriefingCheck;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A command on the handing down of a directive. */
public sealed interface BriefingCommand extends Command {
    @Override
    StreamId.BriefingId stream();

    /** A command that names one version of the directive. */
    sealed interface VersionCommand extends BriefingCommand {
        /** The hash of the version, see {@link exeat.rules.document.DirectiveRef}. */
        String version();
    }

    /**
     * A lawyer of the issuer signs that each of these rules says what its paragraph says.
     *
     * @param pairs hashes, see {@link RulePair}
     */
    record SignRules(StreamId.BriefingId stream, String version, Set<String> pairs)
            implements BriefingCommand.VersionCommand {
        public SignRules {
            pairs = Collections.unmodifiableSet(new TreeSet<>(pairs));
        }
    }

    /**
     * The issuer puts a fully proved and signed version in force; the first time, its own unit
     * receives the directive.
     */
    record PutInForce(StreamId.BriefingId stream, String version)
            implements BriefingCommand.VersionCommand {}

    /** The first of two officers of the issuer; it replaces an earlier proposal. */
    record ProposeChange(StreamId.BriefingId stream, DirectiveChange change, String reason)
            implements BriefingCommand {}

    /** The second of two officers of the issuer agrees: the change is made. */
    record SecondChange(StreamId.BriefingId stream, int proposal) implements BriefingCommand {}

    /** A unit that has acknowledged hands the directive to the units directly below it. */
    record HandDown(StreamId.BriefingId stream) implements BriefingCommand {}

    /**
     * An officer has read the directive and passes the check. With its first officer, the unit
     * acknowledges.
     *
     * @param version the hash of the version that they read
     * @param answers by the id of a {@link exeat.rules.WorkedCase}, see {@link BriefingCheck}
     */
    record Acknowledge(
            StreamId.BriefingId stream,
            String version,
            Map<String, BriefingCheck.CheckAnswer> answers)
            implements BriefingCommand {
        public Acknowledge {
            // Always in the same order, so that the same command has the same hash.
            answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        }

        /** With the right answers; for demonstrations and tests. */
        public static BriefingCommand.Acknowledge asRead(exeat.rules.Directive version) {
            return new BriefingCommand.Acknowledge(
                    new StreamId.BriefingId(version.ref().id()),
                    version.ref().hash(),
                    BriefingCheck.asRead(version));
        }
    }

    /** An officer is away from one day to another, as they or somebody above record it. */
    record SetAbsence(
            StreamId.BriefingId stream, OfficerId officer, LocalDate from, LocalDate until)
            implements BriefingCommand {}

    /** The officer is back earlier. */
    record EndAbsence(StreamId.BriefingId stream, int absence) implements BriefingCommand {}

    /** One officer may act for another for a limited time. */
    record Delegate(
            StreamId.BriefingId stream,
            OfficerId from,
            OfficerId to,
            LocalDate first,
            LocalDate last)
            implements BriefingCommand {}

    /** The delegation ends earlier. */
    record EndDelegation(StreamId.BriefingId stream, int delegation) implements BriefingCommand {}

    /**
     * The issuer answers an issue for everyone without changing a rule; for answers that change one
     * see {@link DirectiveChange.Clarify}.
     *
     * @param rules the ids of the rules that it changes
     */
    record Clarify(
            StreamId.BriefingId stream,
            StreamId.IssueId issue,
            String paragraph,
            Set<String> rules,
            String text)
            implements BriefingCommand {
        public Clarify {
            rules = Collections.unmodifiableSet(new TreeSet<>(rules));
        }
    }

    /** A unit has read a clarification. */
    record AcknowledgeClarification(StreamId.BriefingId stream, int number)
            implements BriefingCommand {}
}
