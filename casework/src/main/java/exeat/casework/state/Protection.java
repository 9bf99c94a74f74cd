package exeat.casework.state;

import exeat.casework.value.Admission;
import exeat.casework.value.ClaimOutcome;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ProtectionClaim;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What follows from claims to protection of one traveller. Whether one stands, and disclosure is
 * blocked, says {@link TravellerState#protectionClaimed}; this stays when it has ended, for what
 * happened before decides what a later claim does.
 *
 * @param own whether the person claimed it, or said so when they were heard
 * @param stops whether no step goes on; always where {@code own}
 * @param unconfirmed whether one by somebody else was once not confirmed: later ones stop no step
 * @param until when steps go on by themselves; only where somebody else stopped them
 * @param hearing who is to hear the person alone; empty when they were heard, or nobody protects
 * @param claims those since the block began, the first one first
 * @param admitted for whom the person lifted the block
 * @param from the sequence of the event with which the block began
 * @param shown the stage that those who may not know of the claim still see
 * @param past the sequences of all that was ever said of protection, of which nobody else is told
 * @param since the sequences of what else happened to the traveller since the block began
 * @param withheld what is kept from the holder of an unproved secret, once somebody else claimed or
 *     the person was heard
 * @param outcomes how each claim by somebody else came out, the first one first; empty in what is
 *     older than this
 * @param inPerson what the person is said to have asked for in person, until a second officer
 *     agrees
 * @param requests how often that was, which numbers them; empty for never
 * @param officers who had a part in it, of whom nobody else is told; empty for none
 * @param heard what single officers say that the person said to them alone, the first one first,
 *     until two of them say the same; empty for none
 * @param done what was done in their name in person, until they can no longer undo it; empty for
 *     nothing
 * @param undoing what is asked to be undone of it, and who had to do with that; empty for never
 */
@StoredAs(
        name = "protection",
        fields = {
            "own",
            "stops",
            "unconfirmed",
            "until",
            "hearing",
            "claims",
            "admitted",
            "from",
            "shown",
            "past",
            "since",
            "withheld",
            "outcomes",
            "inPerson",
            "requests",
            "officers",
            "heard",
            "done",
            "undoing"
        })
public record Protection(
        boolean own,
        boolean stops,
        boolean unconfirmed,
        Optional<Instant> until,
        Optional<Hearing> hearing,
        List<ProtectionClaim> claims,
        List<Admission> admitted,
        long from,
        Stage shown,
        List<Long> past,
        List<Long> since,
        Optional<Withheld> withheld,
        Optional<List<ClaimOutcome>> outcomes,
        Optional<InPersonRequest> inPerson,
        Optional<Integer> requests,
        Optional<List<OfficerId>> officers,
        Optional<List<HeardOnce>> heard,
        Optional<List<DoneInPerson>> done,
        Optional<Undoing> undoing) {

    /** For how long somebody else can stop a person's steps. */
    public static final Duration MAX_SUSPENSION = Duration.ofDays(3);

    /** After which time without a hearing the protection officers above have it. */
    public static final Duration ANSWER = Duration.ofDays(1);

    public Protection {
        claims = List.copyOf(claims);
        admitted = List.copyOf(admitted);
        past = List.copyOf(past);
        since = List.copyOf(since);
        outcomes = outcomes.map(List::copyOf);
        officers = officers.map(List::copyOf);
        heard = heard.map(List::copyOf);
        done = done.map(List::copyOf);
    }

    /**
     * The person is to be heard alone.
     *
     * @param since when this unit got it
     */
    @StoredAs(
            name = "hearing",
            fields = {"unit", "since"})
    public record Hearing(AuthorityId unit, Instant since) {

        /** When it goes to the protection officers above. */
        public Instant due() {
            return since.plus(ANSWER);
        }

        Hearing at(AuthorityId other) {
            return new Hearing(other, since);
        }
    }

    /**
     * One protection officer says that they heard the person alone. It decides nothing by itself:
     * two who say the same do.
     *
     * @param confirmed whether the person is said to seek protection
     */
    @StoredAs(
            name = "heard-once",
            fields = {"by", "unit", "confirmed", "at"})
    public record HeardOnce(OfficerId by, AuthorityId unit, boolean confirmed, Instant at) {

        /** Until when the word of one officer that the person seeks protection stops steps. */
        public Instant until() {
            return at.plus(MAX_SUSPENSION);
        }
    }

    /** What single officers say, while no two of them say the same. */
    public List<HeardOnce> heardOnce() {
        return heard.orElse(List.of());
    }

    /** What is asked for in person and waits for a second officer: what is to be undone last. */
    public List<InPersonRequest> askedInPerson() {
        return Stream.concat(inPerson.stream(), undoing.flatMap(Undoing::asked).stream()).toList();
    }

    /** What was done in their name in person, the first first. */
    public List<DoneInPerson> doneInPerson() {
        return done.orElse(List.of());
    }

    /** As {@link TravellerState#undoable}. */
    List<DoneInPerson> undoable(Instant now) {
        // A person who said so in time waits for the second officer no longer than anybody else.
        var asked = askedInPerson().stream().filter(one -> one.isOpen(now)).toList();
        return doneInPerson().stream()
                .filter(one ->
                        one.isOpen(now) || asked.stream().anyMatch(it -> it.undoes(one.request())))
                .toList();
    }

    /**
     * The holder of a secret that two officers did not hand over may be the one against whom
     * protection is sought. They see what they saw last, with what they did themselves since.
     *
     * @param from the sequence of the event from which on nothing else is told to them
     * @param confirmed whether the person, heard alone, said that they seek protection
     * @param left whether such a secret was used to leave: then nothing goes on, and nothing ends
     * @param shown the sequences of what was done with such a secret since
     * @param beside what others in the application see of it; empty in what is older than this
     */
    @StoredAs(
            name = "withheld",
            fields = {"from", "confirmed", "left", "shown", "beside"})
    public record Withheld(
            long from, boolean confirmed, boolean left, List<Long> shown, Optional<Beside> beside) {
        public Withheld {
            shown = List.copyOf(shown);
        }

        /**
         * The part of what is shown that others are told too: all but what is about protection.
         *
         * @param seen what is said of protection in the last view of the holder of such a secret
         */
        public List<Long> toldOthers(Optional<Protection> seen) {
            return shown.stream()
                    .filter(sequence -> seen.filter(p -> p.past().contains(sequence)).isEmpty())
                    .toList();
        }
    }

    /**
     * The last view of the holder of such a secret, as far as it shows to others in the
     * application, who have no key to the view itself.
     *
     * @param claimed whether protection is claimed in it, with the same secret
     */
    @StoredAs(
            name = "beside",
            fields = {"stage", "claimed", "protection"})
    public record Beside(Stage stage, boolean claimed, Optional<Protection> protection) {

        public static Beside of(TravellerState seen) {
            return new Beside(seen.stage(), seen.protectionClaimed(), seen.protection());
        }
    }

    /** What remains of it for those who are not told of it: whether steps are stopped. */
    Protection untold() {
        return new Protection(
                false,
                stops,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                shown,
                List.of(),
                List.of(),
                withheld,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What remains of it after an erasure: which steps no version counts that others are told.
     *
     * @param standing whether a claim stands, so that others were not told what happened since
     */
    Protection counted(boolean standing) {
        var steps = new TreeSet<>(past);
        if (standing) {
            steps.addAll(since);
            withheld.ifPresent(w ->
                    w.toldOthers(w.beside().flatMap(Beside::protection)).forEach(steps::remove));
        }
        return new Protection(
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                Stage.CLOSED,
                List.copyOf(steps),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With another unit to hear the person, its time as it was. */
    public Protection heardAt(AuthorityId from, AuthorityId to) {
        return new Protection(
                own,
                stops,
                unconfirmed,
                until,
                hearing.map(h -> h.unit().equals(from) ? h.at(to) : h),
                claims,
                admitted,
                this.from,
                shown,
                past,
                since,
                withheld,
                outcomes,
                inPerson.map(one -> one.unit().equals(from) ? one.at(to) : one),
                requests,
                officers,
                heard,
                done,
                undoing.map(one -> one.at(from, to)));
    }

    /** What is kept of a claim that ends, until it can no longer be restored. */
    public Protection ended() {
        return new Protection(
                own,
                stops,
                unconfirmed,
                until,
                hearing,
                claims,
                admitted,
                from,
                shown,
                List.of(),
                List.of(),
                withheld,
                outcomes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                heard,
                Optional.empty(),
                Optional.empty());
    }

    /** With something else withheld. */
    public Protection with(Withheld other) {
        return new Protection(
                own,
                stops,
                unconfirmed,
                until,
                hearing,
                claims,
                admitted,
                from,
                shown,
                past,
                since,
                Optional.of(other),
                outcomes,
                inPerson,
                requests,
                officers,
                heard,
                done,
                undoing);
    }

    /** With something else to be undone. */
    public Protection with(Optional<Undoing> other) {
        return new Protection(
                own,
                stops,
                unconfirmed,
                until,
                hearing,
                claims,
                admitted,
                from,
                shown,
                past,
                since,
                withheld,
                outcomes,
                inPerson,
                requests,
                officers,
                heard,
                done,
                other);
    }

    /** Whether no step goes on: for a claim, or since somebody with no proof asked to leave. */
    public boolean isHalted() {
        return stops || withheld.filter(Withheld::left).isPresent();
    }
}
