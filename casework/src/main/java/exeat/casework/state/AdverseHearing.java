package exeat.casework.state;

import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.OfficerId;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.source.StoredAs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a person is heard about what an officer proposes against them: since when they have the
 * proposal, what they said, and what the officer says to that. About a hold, which acts at once,
 * they are heard afterwards, and are served with the decision.
 *
 * @param opened when it was proposed
 * @param days how long the person can answer, at least, from the day of service
 * @param weighed what the officer weighed, in their words
 * @param services of the proposal, in the order in which they were recorded
 * @param answers in the order in which they were given
 * @param resumed when steps went on again, of which the days begin anew; empty where nothing
 *     stopped them
 */
@StoredAs(
        name = "adverse-hearing",
        fields = {"opened", "days", "weighed", "services", "answers", "resumed"})
public record AdverseHearing(
        Instant opened,
        int days,
        List<Weighed> weighed,
        List<DecisionNotice.Service> services,
        List<Answer> answers,
        Optional<Instant> resumed) {

    /** How often somebody can answer with a secret that is not proved; nobody else is limited. */
    public static final int UNPROVED_ANSWERS = 10;

    public AdverseHearing {
        weighed = List.copyOf(weighed);
        services = List.copyOf(services);
        answers = List.copyOf(answers);
    }

    /**
     * Words about a point that the directive wants weighed.
     *
     * @param point its id, as {@link exeat.rules.Directive#weigh} lists it
     */
    @StoredAs(
            name = "weighed",
            fields = {"point", "words"})
    public record Weighed(String point, String words) {
        /** This entry with its words made readable. */
        public Weighed readable() {
            return new Weighed(point, OwnWords.readable(words));
        }
    }

    /**
     * What the person said.
     *
     * @param proved whether nobody but the person can have said it: with a secret that is theirs,
     *     or before an officer
     * @param takenBy the officer before whom the person said it; empty where they wrote it
     */
    @StoredAs(
            name = "hearing-answer",
            fields = {"words", "at", "proved", "takenBy", "reply"})
    public record Answer(
            String words,
            Instant at,
            boolean proved,
            Optional<OfficerId> takenBy,
            Optional<HearingReply> reply) {
        public boolean isOpen() {
            return reply.isEmpty();
        }

        private Answer wordless() {
            return new Answer(
                    "", at, proved, takenBy, reply.map(r -> new HearingReply("", r.by(), r.at())));
        }

        private Answer replied(HearingReply with) {
            return new Answer(words, at, proved, takenBy, Optional.of(with));
        }
    }

    /** What the officer who proposed it says to that. */
    @StoredAs(
            name = "hearing-reply",
            fields = {"words", "by", "at"})
    public record HearingReply(String words, OfficerId by, Instant at) {}

    public static AdverseHearing opened(Instant at, int days, List<Weighed> weighed) {
        return new AdverseHearing(at, days, weighed, List.of(), List.of(), Optional.empty());
    }

    /** The service from which the days run: the first that the person does not dispute. */
    public Optional<DecisionNotice.Service> standing() {
        return DecisionNotice.standing(services);
    }

    public boolean isConfirmed() {
        return DecisionNotice.isConfirmed(services);
    }

    /**
     * Whether the person can still say that it was not handed to them: once with any secret, and
     * once more with a proved one, so that nobody else uses up what they could say.
     */
    public boolean isDisputable(boolean proved) {
        return standing().isPresent() && DecisionNotice.isDisputableAgain(services, proved);
    }

    /** How often somebody answered this with a secret that is not proved to be theirs. */
    public long unproved() {
        return answers.stream()
                .filter(answer -> !answer.proved() && !answer.at().isBefore(opened))
                .count();
    }

    /**
     * The last day for an answer as it was when the proposal was served; empty while it is not. The
     * days can begin anew, of which this tells nobody.
     */
    public Optional<LocalDate> shownUntil() {
        return standing().map(service -> service.on().plusDays(days));
    }

    /** Whether the days are over in which nobody may decide. */
    public boolean isOver(LocalDate today, ZoneId zone) {
        return last(zone).filter(today::isAfter).isPresent();
    }

    /** The last of those days; empty while none of them runs. */
    private Optional<LocalDate> last(ZoneId zone) {
        var again = resumed.map(at -> at.atZone(zone).toLocalDate());
        return standing()
                .map(DecisionNotice.Service::on)
                .map(on -> again.filter(on::isBefore).orElse(on).plusDays(days));
    }

    /** When something was last added to what a second officer has to read. */
    public static Instant changed(Proposal proposal) {
        return proposal.hearing().map(AdverseHearing::changed).orElse(proposal.at());
    }

    private Instant changed() {
        return answers.stream()
                .flatMap(a ->
                        Stream.concat(Stream.of(a.at()), a.reply().map(HearingReply::at).stream()))
                .reduce(opened, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Whether somebody said something to which the officer has not replied. */
    public boolean isUnanswered() {
        return answers.stream().anyMatch(Answer::isOpen);
    }

    /**
     * Whether nobody may agree before the officer has replied: to what was said while the days ran.
     * What is said later the second officer alone reads and answers; if it needed a reply too,
     * somebody who never stops would stop the office for ever.
     */
    public boolean awaitsReply(ZoneId zone) {
        return awaitsReply(this, zone);
    }

    /** Whether words said in another hearing, while the days of this one ran, await a reply. */
    public boolean awaitsReply(AdverseHearing said, ZoneId zone) {
        var last = last(zone);
        return said.answers().stream()
                .filter(Answer::isOpen)
                .map(answer -> answer.at().atZone(zone).toLocalDate())
                .anyMatch(on -> last.filter(on::isAfter).isEmpty());
    }

    /**
     * With what was said when the same was proposed before and nobody agreed: to withdraw it and to
     * propose it again takes nothing from what the person said.
     */
    public AdverseHearing goingOn(TwoOfficerAct act, List<Proposal> before) {
        var said =
                before.reversed().stream()
                        .filter(p -> !p.open() && isSame(p.act(), act))
                        .findFirst()
                        .filter(p -> p.second().isEmpty())
                        .flatMap(Proposal::hearing)
                        .map(AdverseHearing::answers);
        return copy(services, said.orElse(answers), resumed);
    }

    private static boolean isSame(TwoOfficerAct one, TwoOfficerAct other) {
        return switch (one) {
            case TwoOfficerAct.ExtendHold hold ->
                    other instanceof TwoOfficerAct.ExtendHold longer
                            && longer.hold() == hold.hold();
            case TwoOfficerAct.CorrectFact correct ->
                    other instanceof TwoOfficerAct.CorrectFact again
                            && again.fact().equals(correct.fact());
            case TwoOfficerAct.Refuse _,
                    TwoOfficerAct.SetAside _,
                    TwoOfficerAct.Revoke _,
                    TwoOfficerAct.PlaceHold _ ->
                    one.getClass().equals(other.getClass());
        };
    }

    public AdverseHearing with(DecisionNotice.Service service) {
        return copy(
                Stream.concat(services.stream(), Stream.of(service)).toList(), answers, resumed);
    }

    /** Nothing that officers recorded counts any longer. */
    public AdverseHearing disputed(Instant at) {
        return copy(DecisionNotice.disputed(services, at), answers, resumed);
    }

    public AdverseHearing with(Answer answer) {
        return copy(services, Stream.concat(answers.stream(), Stream.of(answer)).toList(), resumed);
    }

    /** To everything that was said so far. */
    public AdverseHearing with(HearingReply reply) {
        var all = new ArrayList<>(answers);
        all.replaceAll(answer -> answer.isOpen() ? answer.replied(reply) : answer);
        return copy(services, all, resumed);
    }

    /** Steps go on again: from now on the person has all of their days. */
    public AdverseHearing resumed(Instant at) {
        return copy(services, answers, Optional.of(at));
    }

    /** Without when steps went on again, which tells that they were stopped. */
    public AdverseHearing untold() {
        return copy(services, answers, Optional.empty());
    }

    /** Without what the person and the officers wrote. */
    AdverseHearing wordless() {
        return new AdverseHearing(
                opened,
                days,
                List.of(),
                services,
                answers.stream().map(Answer::wordless).toList(),
                resumed);
    }

    /** The decision that placed a hold; empty where it came with a revocation. */
    public static Optional<Proposal> placing(TravellerState t, Hold hold) {
        return t.proposals().reversed().stream()
                .filter(p -> p.notice().filter(n -> n.decided().equals(hold.placed())).isPresent())
                .filter(p ->
                        p.act() instanceof TwoOfficerAct.PlaceHold placed
                                && placed.ground().equals(hold.ground()))
                .findFirst();
    }

    private AdverseHearing copy(
            List<DecisionNotice.Service> served, List<Answer> said, Optional<Instant> again) {
        return new AdverseHearing(opened, days, weighed, served, said, again);
    }
}
