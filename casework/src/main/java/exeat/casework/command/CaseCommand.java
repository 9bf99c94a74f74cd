package exeat.casework.command;

import exeat.casework.value.Application;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A command on an application. */
public sealed interface CaseCommand extends Command
        permits ArchiveCommand,
                SecretCommand,
                CaseCommand.CheckDeadlines,
                CaseCommand.HandOver,
                CaseCommand.Apply,
                TravellerCommand,
                CaseCommand.ActOutOfOrder {
    @Override
    StreamId.CaseId stream();

    /**
     * File an application.
     *
     * @param secretHashes for each person who files for themselves, the hash of their secret
     * @param directive the id of the directive that they chose; empty where the place of residence
     *     says it
     */
    record Apply(
            StreamId.CaseId stream,
            Application application,
            Map<TravellerNo, String> secretHashes,
            Optional<String> directive)
            implements CaseCommand {
        public Apply {
            // Always in the same order, so that the same command has the same hash.
            secretHashes = Collections.unmodifiableMap(new TreeMap<>(secretHashes));
        }

        /** Where the place of residence says the directive. */
        public Apply(
                StreamId.CaseId stream,
                Application application,
                Map<TravellerNo, String> secretHashes) {
            this(stream, application, secretHashes, Optional.empty());
        }
    }

    /** The level above moves a unit's work in a case to another unit that can do it. */
    record HandOver(StreamId.CaseId stream, AuthorityId from, AuthorityId to, String reason)
            implements CaseCommand {}

    /** An act out of order together with its reason: both are recorded, or neither. */
    record ActOutOfOrder(TravellerCommand.TakeOutOfOrder jump, TravellerCommand deed)
            implements CaseCommand {
        @Override
        public StreamId.CaseId stream() {
            return deed.stream();
        }
    }

    /**
     * Time has passed: overdue work goes up, and what has expired ends. Only the clock sends this.
     */
    record CheckDeadlines(StreamId.CaseId stream) implements CaseCommand {}
}
