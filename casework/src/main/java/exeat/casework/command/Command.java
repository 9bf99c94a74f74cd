package exeat.casework.command;

import exeat.casework.state.Keeping;
import exeat.casework.value.Act;
import exeat.casework.value.AlarmKind;
import exeat.casework.value.Application;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.Change;
import exeat.casework.value.Consequence;
import exeat.casework.value.Document;
import exeat.casework.value.Frozen;
import exeat.casework.value.Item;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Sighting;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;

import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.source.StoredWord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What somebody asks the desk to do. Who asks is in the {@link Context}. */
public sealed interface Command {

    StreamId stream();

    /** A command on an application. */
    sealed interface CaseCommand extends Command {
        @Override
        StreamId.CaseId stream();
    }

    /** A command on one traveller of an application. */
    sealed interface TravellerCommand extends CaseCommand {
        TravellerNo traveller();
    }

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

    /**
     * The traveller's own act that makes their application live; or, of somebody whose guardians
     * did that and who has come of age, that keeps it so.
     */
    record Confirm(StreamId.CaseId stream, TravellerNo traveller, Set<Consequence> told)
            implements TravellerCommand {
        public Confirm {
            told = Collections.unmodifiableSet(new TreeSet<>(told));
        }
    }

    /** A safeguard for a minor is met: a consent by its giver, the rest recorded by an officer. */
    record MeetSafeguard(StreamId.CaseId stream, TravellerNo traveller, Safeguard safeguard)
            implements TravellerCommand {}

    /** Ask the traveller for a fact or a document. */
    record Ask(StreamId.CaseId stream, TravellerNo traveller, Item item)
            implements TravellerCommand {}

    /** The traveller answers what is asked, or what the finding still needs. */
    record Answer(
            StreamId.CaseId stream, TravellerNo traveller, Facts facts, List<Document> documents)
            implements TravellerCommand {
        public Answer {
            documents = List.copyOf(documents);
        }
    }

    /** What the traveller says to a fact that two officers corrected. */
    record Respond(StreamId.CaseId stream, TravellerNo traveller, String text)
            implements TravellerCommand {}

    /** An officer answers a clearance: done. Held is a {@link Propose} of a hold that names it. */
    record Clear(StreamId.CaseId stream, TravellerNo traveller, String clearance)
            implements TravellerCommand {}

    /** An officer approves what was referred. */
    record ApproveReferred(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements TravellerCommand {}

    /** The first of two officers. */
    record Propose(StreamId.CaseId stream, TravellerNo traveller, Act act, String reason)
            implements TravellerCommand {}

    /** The second of two officers, who agrees: the act happens. */
    record Second(StreamId.CaseId stream, TravellerNo traveller, int proposal)
            implements TravellerCommand {}

    /** A second officer disagrees, or the first takes it back: nothing happens. */
    record Decline(StreamId.CaseId stream, TravellerNo traveller, int proposal, String reason)
            implements TravellerCommand {}

    /** The hold's owner, or the authority above after its limit, ends it. */
    record ReleaseHold(StreamId.CaseId stream, TravellerNo traveller, int hold, String reason)
            implements TravellerCommand {}

    /** Issue the travel authorisation. */
    record Authorise(StreamId.CaseId stream, TravellerNo traveller) implements TravellerCommand {}

    /** An officer of a post records their part of a crossing. */
    record RecordCrossing(StreamId.CaseId stream, TravellerNo traveller, Direction direction)
            implements TravellerCommand {}

    /** At the border: this paper fails. A named officer takes over. */
    record StopAtBorder(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements TravellerCommand {}

    /** What was wrong with the paper is settled. */
    record LiftStop(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements TravellerCommand {}

    /** The traveller leaves the application, for themselves alone. */
    record Withdraw(StreamId.CaseId stream, TravellerNo traveller) implements TravellerCommand {}

    /** At any door: everything of this traveller is suspended, and nothing is disclosed. */
    record ClaimProtection(StreamId.CaseId stream, TravellerNo traveller)
            implements TravellerCommand {}

    /** Only the traveller's own act ends the claim here. */
    record EndProtectionClaim(StreamId.CaseId stream, TravellerNo traveller)
            implements TravellerCommand {}

    /** The traveller appeals against what works against them. */
    record Appeal(StreamId.CaseId stream, TravellerNo traveller, Against against, String grounds)
            implements TravellerCommand {}

    /** A reviewer outside the deciders' line decides an appeal. */
    record DecideAppeal(
            StreamId.CaseId stream,
            TravellerNo traveller,
            int appeal,
            boolean upheld,
            String reason)
            implements TravellerCommand {}

    /** The level above moves what a unit has to do in a case to another unit that can do it. */
    record HandOver(StreamId.CaseId stream, AuthorityId from, AuthorityId to, String reason)
            implements CaseCommand {}

    /** An officer says why they take a file before others that are due earlier. */
    record Jump(
            StreamId.CaseId stream,
            TravellerNo traveller,
            String task,
            Keeping.Why why,
            String words)
            implements TravellerCommand {}

    /** A deed before its turn: what is said of that happens with it, or neither does. */
    record BeforeItsTurn(Jump jump, TravellerCommand deed) implements CaseCommand {
        @Override
        public StreamId.CaseId stream() {
            return deed.stream();
        }
    }

    /**
     * An officer declares what ties them to a traveller, or the traveller asks that an officer
     * stand aside.
     */
    record Recuse(
            StreamId.CaseId stream,
            TravellerNo traveller,
            OfficerId officer,
            Keeping.Tie tie,
            String words)
            implements TravellerCommand {}

    /** The level above finds that what a traveller asked for has no ground. */
    record LiftRecusal(
            StreamId.CaseId stream, TravellerNo traveller, OfficerId officer, String reason)
            implements TravellerCommand {}

    /** Time has passed: escalate what is late, end what has ended. Given by the clock alone. */
    record PassTime(StreamId.CaseId stream) implements CaseCommand {}

    /** A command on what is kept of a file, and for how long. */
    sealed interface ArchiveCommand extends CaseCommand {}

    /** The first of two officers of a unit that supervises: erase all of a file that has ended. */
    record ProposeErasure(StreamId.CaseId stream, String basis, String reason)
            implements ArchiveCommand {}

    /** The second: it is erased. */
    record SecondErasure(StreamId.CaseId stream) implements ArchiveCommand {}

    /** A person has their own part of a file erased that has ended. */
    record EraseOwn(StreamId.CaseId stream, TravellerNo traveller) implements ArchiveCommand {}

    /** A legal hold: until it is lifted nothing of the file is erased. */
    record KeepFile(StreamId.CaseId stream, String order) implements ArchiveCommand {}

    record FreeFile(StreamId.CaseId stream, String reason) implements ArchiveCommand {}

    /** The time for which a file may be kept has passed. Given by the clock alone. */
    record EraseByTime(StreamId.CaseId stream, int days, String basis) implements ArchiveCommand {}

    /**
     * What was erased came back with an older copy of the database. Given by the clock alone.
     *
     * @param was why it was erased then
     */
    record EraseAgain(StreamId.CaseId stream, Set<TravellerNo> travellers, String was)
            implements ArchiveCommand {
        public EraseAgain {
            travellers = Collections.unmodifiableSet(new TreeSet<>(travellers));
        }
    }

    /** A command on the handing down of a directive. */
    sealed interface BriefingCommand extends Command {
        @Override
        StreamId.BriefingId stream();
    }

    /** A command that names one version of the directive. */
    sealed interface VersionCommand extends BriefingCommand {
        /** The hash of the version, see {@link exeat.rules.document.DirectiveRef}. */
        String version();
    }

    /**
     * A lawyer of the issuer signs: each of these rules says what its paragraph says.
     *
     * @param pairs hashes, see {@link RulePair}
     */
    record SignRules(StreamId.BriefingId stream, String version, Set<String> pairs)
            implements VersionCommand {
        public SignRules {
            pairs = Collections.unmodifiableSet(new TreeSet<>(pairs));
        }
    }

    /**
     * The issuer puts a version in force that is proved and signed whole; the first time, its own
     * unit is handed the directive.
     */
    record PutInForce(StreamId.BriefingId stream, String version) implements VersionCommand {}

    /** The first of two officers of the issuer; what was proposed before is forgotten. */
    record ProposeChange(StreamId.BriefingId stream, Change change, String reason)
            implements BriefingCommand {}

    /** The second of two officers of the issuer agrees: the change is made. */
    record SecondChange(StreamId.BriefingId stream, int proposal) implements BriefingCommand {}

    /** A unit that has acknowledged hands the directive to the units directly below it. */
    record HandDown(StreamId.BriefingId stream) implements BriefingCommand {}

    /**
     * An officer has read the directive, and shows it; with the first of a unit, the unit
     * acknowledges.
     *
     * @param version the hash of the version that they read
     * @param answers by the id of a {@link exeat.rules.WorkedCase}, see {@link BriefingCheck}
     */
    record Acknowledge(
            StreamId.BriefingId stream, String version, Map<String, BriefingCheck.Answer> answers)
            implements BriefingCommand {
        public Acknowledge {
            // In one order always, so that the same command has the same hash.
            answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        }

        /** Of somebody who has read it; for demonstrations and tests. */
        public static Acknowledge asRead(exeat.rules.Directive version) {
            return new Acknowledge(
                    new StreamId.BriefingId(version.ref().id()),
                    version.ref().hash(),
                    BriefingCheck.asRead(version));
        }
    }

    /** An officer is away from one day to another: said by themselves, or by somebody above. */
    record SetAbsence(
            StreamId.BriefingId stream, OfficerId officer, LocalDate from, LocalDate until)
            implements BriefingCommand {}

    /** They are back sooner. */
    record EndAbsence(StreamId.BriefingId stream, int absence) implements BriefingCommand {}

    /** For a time, one officer may do what another may. */
    record Delegate(
            StreamId.BriefingId stream,
            OfficerId from,
            OfficerId to,
            LocalDate first,
            LocalDate last)
            implements BriefingCommand {}

    /** It ends sooner. */
    record EndDelegation(StreamId.BriefingId stream, int delegation) implements BriefingCommand {}

    /**
     * The issuer answers an issue for everybody, in words that change no rule; for those that do
     * see {@link Change.Clarify}.
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

    /** A command on an alarm. */
    sealed interface AlarmCommand extends Command {
        @Override
        StreamId.AlarmId stream();
    }

    /** A watcher found something. Given by the clock alone. */
    record RaiseAlarm(StreamId.AlarmId stream, String directive, Sighting sighting)
            implements AlarmCommand {}

    /** Time has passed: what was not answered goes up. Given by the clock alone. */
    record PassAlarm(StreamId.AlarmId stream) implements AlarmCommand {}

    /** The level that has an alarm says what it is, or what was done. */
    record AnswerAlarm(StreamId.AlarmId stream, AlarmKind how, String words)
            implements AlarmCommand {}

    /** A command on an issue. */
    sealed interface IssueCommand extends Command
            permits RaiseIssue, RaiseOwnIssue, PassIssue, PassUpIssue, AnswerIssue, IssueClock {
        @Override
        StreamId.IssueId stream();
    }

    /** An officer raises an issue against a paragraph; it rises to the authority above. */
    record RaiseIssue(StreamId.IssueId stream, String paragraph, String text)
            implements IssueCommand {}

    /**
     * A traveller raises an issue; the unit that has their file has it first.
     *
     * @param directive the version under which their file is
     */
    record RaiseOwnIssue(
            StreamId.IssueId stream,
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId holder)
            implements IssueCommand {}

    /** Time has passed: an issue that lay too long goes up. Given by the clock alone. */
    record PassIssue(StreamId.IssueId stream) implements IssueCommand {}

    /** The unit that has the issue sends it one level higher. */
    record PassUpIssue(StreamId.IssueId stream, String remark) implements IssueCommand {}

    /**
     * The unit that has the issue answers it.
     *
     * @param clarification of the issuer, whose answer is one; empty for every level below
     */
    record AnswerIssue(StreamId.IssueId stream, String answer, Optional<Integer> clarification)
            implements IssueCommand {
        /** Of a level below the issuer. */
        public AnswerIssue(StreamId.IssueId stream, String answer) {
            this(stream, answer, Optional.empty());
        }
    }

    /** A command on what a unit reports upward. */
    sealed interface ReportCommand extends Command {
        @Override
        StreamId.ReportId stream();
    }

    /**
     * Time has passed: what is due is opened, what is missing is chased. Given by the clock alone.
     *
     * @param received the day on which the unit was handed the directive, where nothing was due yet
     */
    record PassReports(StreamId.ReportId stream, Optional<LocalDate> received)
            implements ReportCommand {}

    /**
     * A unit reports.
     *
     * @param figures the desk's to fill in, whatever the caller put there
     */
    record SendReport(StreamId.ReportId stream, String words, Optional<Frozen> figures)
            implements ReportCommand {
        /** As a caller gives it. */
        public SendReport(StreamId.ReportId stream, String words) {
            this(stream, words, Optional.empty());
        }
    }

    /** A level above asks a unit for a report by a day. */
    record AskReport(StreamId.ReportId stream, LocalDate by, String words)
            implements ReportCommand {}

    /** A level above adds its words under a report. */
    record AddWords(StreamId.ReportId stream, int report, String words) implements ReportCommand {}

    /** Which way somebody crosses. */
    enum Direction implements StoredWord {
        DEPARTURE,
        RETURN;

        @Override
        public String stored() {
            return switch (this) {
                case DEPARTURE -> "DEPARTURE";
                case RETURN -> "RETURN";
            };
        }
    }

    /** What an appeal is against. */
    sealed interface Against {
        record Refusal() implements Against {}

        record BeingSetAside() implements Against {}

        record AHold(int hold) implements Against {}

        record Revocation() implements Against {}
    }
}
