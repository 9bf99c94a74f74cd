package exeat.casework.state;

import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.OfficerId;
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
    public record Weighed(String point, String words) {}

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

    public boolean wasDisputed() {
        return services.stream().anyMatch(service -> service.disputed().isPresent());
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
        var again = resumed.map(at -> at.atZone(zone).toLocalDate());
        return standing()
                .map(DecisionNotice.Service::on)
                .map(on -> again.filter(on::isBefore).orElse(on).plusDays(days))
                .filter(today::isAfter)
                .isPresent();
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
