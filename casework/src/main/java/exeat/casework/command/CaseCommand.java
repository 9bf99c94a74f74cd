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
                CaseCommand.IssueSecret,
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
     * @param secretHashes the hash of the own secret of each person who files for themselves
     */
    record Apply(
            StreamId.CaseId stream, Application application, Map<TravellerNo, String> secretHashes)
            implements CaseCommand {
        public Apply {
            // In one order always, so that the same command has the same hash.
            secretHashes = Collections.unmodifiableMap(new TreeMap<>(secretHashes));
        }
    }

    /**
     * An officer hands a person, whom they identified, their own secret; a lost one is replaced,
     * and no longer opens anything. Only its hash is here.
     *
     * @param seen what the officer saw that identified the person who stood before them; must be
     *     there for somebody who claimed protection, who can get a first secret and no other
     */
    record IssueSecret(
            StreamId.CaseId stream, TravellerNo to, String secretHash, Optional<String> seen)
            implements CaseCommand {}

    /** The level above moves what a unit has to do in a case to another unit that can do it. */
    record HandOver(StreamId.CaseId stream, AuthorityId from, AuthorityId to, String reason)
            implements CaseCommand {}

    /** A deed before its turn: what is said of that happens with it, or neither does. */
    record ActOutOfOrder(TravellerCommand.TakeOutOfOrder jump, TravellerCommand deed)
            implements CaseCommand {
        @Override
        public StreamId.CaseId stream() {
            return deed.stream();
        }
    }

    /** Time has passed: escalate what is late, end what has ended. Given by the clock alone. */
    record CheckDeadlines(StreamId.CaseId stream) implements CaseCommand {}
}
