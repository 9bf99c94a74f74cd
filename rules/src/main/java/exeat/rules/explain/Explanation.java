package exeat.rules.explain;

import exeat.rules.Directive;
import exeat.rules.authority.DayCount;
import exeat.rules.document.Phrases;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Explains a finding in sentences, in the reader's language.
 *
 * <p>Each sentence says whether it is private, because it shows a protected fact or a route or
 * ground that reveals one. Screens that others see, letters and paper show only {@link #open}.
 */
public final class Explanation {

    /** What a sentence is about. */
    public enum Topic {
        OUTCOME,
        WHY,
        GROUNDS,
        NOT_HELD,
        PROCEDURE,
        VERSION
    }

    /**
     * A sentence.
     *
     * @param isPrivate whether only the person, the holder and a reviewer may read it
     */
    public record Sentence(Topic topic, String text, boolean isPrivate) {}

    /** How much of the directive's hash a person is shown; the rest is in the record. */
    private static final int FINGERPRINT = 12;

    private final Directive directive;
    private final Finding finding;
    private final Phrases say;
    private final FactWording words;
    private final Reasons reasons;

    private Explanation(Directive directive, Finding finding, Locale locale) {
        this.directive = directive;
        this.finding = finding;
        this.say = new Phrases(directive.messages(), locale);
        this.words = new FactWording(say, Reader.PERSON);
        this.reasons = Reasons.of(directive, finding, locale, Reader.PERSON);
    }

    /** The explanation of a finding of this directive. */
    public static Explanation of(Directive directive, Finding finding, Locale locale) {
        return new Explanation(directive, finding, locale);
    }

    /** Whether findings are explained in a language; if not, they are in English. */
    public static boolean isSpoken(String language) {
        return Phrases.isSpoken(language);
    }

    /** All that is wrong with the file of phrases in a language, by file and key. */
    public static List<String> faults(String language) {
        return Phrases.faults(language);
    }

    /** All sentences, private ones among them. */
    public List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        var outcome = "outcome." + finding.outcome().word().replace(' ', '-');
        sentences.add(open(Topic.OUTCOME, say.text(outcome + ".explained")));
        finding.why().ifPresent(why -> sentences.addAll(why(why)));
        sentences.addAll(grounds());
        notHeld(sentences);
        procedure(sentences);
        var ref = finding.directive();
        sentences.add(
                open(
                        Topic.VERSION,
                        say.say(
                                "explain.version",
                                say.textOr("record.title", directive.record().title()),
                                ref.id(),
                                ref.version(),
                                ref.hash()
                                        .substring(
                                                0, Math.min(FINGERPRINT, ref.hash().length())))));
        return sentences;
    }

    /** The sentences that anyone may see, with a note that there are others. */
    public List<String> open() {
        var all = sentences();
        var open = new ArrayList<String>();
        boolean told = false;
        for (var sentence : all) {
            if (!sentence.isPrivate()) {
                open.add(sentence.text());
            } else if (!told) {
                told = true;
                open.add(say.say("explain.private"));
            }
        }
        return open;
    }

    private static Sentence open(Topic topic, String text) {
        return new Sentence(topic, text, false);
    }

    private List<Sentence> why(Finding.ReferReason why) {
        return switch (why) {
            case BY_RULE -> List.of(open(Topic.WHY, say.say("explain.why.by-rule")));
            case UNCOVERED -> List.of(open(Topic.WHY, say.say("explain.why.uncovered")));
            case UNANSWERED ->
                    List.of(
                            open(Topic.WHY, say.say("explain.why.unanswered")),
                            new Sentence(
                                    Topic.WHY,
                                    say.say("explain.open", labels(finding.unanswered())),
                                    finding.unanswered().stream()
                                            .anyMatch(directive.vocabulary()::isProtected)));
        };
    }

    private String labels(List<FactName> facts) {
        return say.together("explain.list", facts.stream().map(words::label).toList());
    }

    /** Whether a route or paragraph of the finding tells a protected fact. */
    private boolean reveals() {
        return finding.grounds().stream().anyMatch(ground -> ground.paragraph().revealsProtected());
    }

    private List<Sentence> grounds() {
        var sentences = new ArrayList<Sentence>();
        for (var ground : finding.grounds()) {
            boolean reveals = ground.paragraph().revealsProtected();
            ground.route()
                    .ifPresent(route ->
                            sentences.add(
                                    new Sentence(
                                            Topic.GROUNDS, say.text("route." + route), reveals)));
            var number = ground.paragraph().number();
            var gist = say.textOr("paragraph." + number, ground.paragraph().gist());
            sentences.add(
                    new Sentence(Topic.GROUNDS, say.say("explain.ground", number, gist), reveals));
        }
        return sentences.stream().distinct().toList();
    }

    private void notHeld(List<Sentence> sentences) {
        if (!finding.instrumentsNotHeld().isEmpty()) {
            var names =
                    finding.instrumentsNotHeld().stream()
                            .map(id -> say.text("instrument." + id))
                            .toList();
            sentences.add(
                    new Sentence(
                            Topic.NOT_HELD,
                            say.say("explain.not-held", say.together("explain.list", names)),
                            reveals()));
        }
    }

    private void procedure(List<Sentence> sentences) {
        var burden = finding.burden();
        if (finding.outcome().approves()) {
            var steps = burden.clearances().stream().map(this::clearance).toList();
            if (!steps.isEmpty()) {
                var text = say.say("explain.clearances", say.together("explain.list", steps));
                step(sentences, text);
            }
        } else {
            var key = "explain.decision-days" + counted(directive.limits().decisions());
            step(sentences, say.say(key, burden.decisionDays()));
        }
        var documents =
                burden.documents().stream().map(kind -> say.text("document." + kind)).toList();
        step(
                sentences,
                documents.isEmpty()
                        ? say.say("explain.documents.none")
                        : say.say("explain.documents", say.together("explain.list", documents)));
        if (finding.outcome().approves()) {
            paper(sentences, burden);
        }
        setAside(sentences);
    }

    private void paper(List<Sentence> sentences, Burden burden) {
        step(
                sentences,
                burden.fee().compareTo(BigDecimal.ZERO) == 0
                        ? say.say("explain.fee.none")
                        : say.say("explain.fee", burden.fee().toPlainString()));
        step(
                sentences,
                burden.appearances() == 0
                        ? say.say("explain.appearances.none")
                        : say.say("explain.appearances", burden.appearances()));
        step(
                sentences,
                say.say(
                        burden.reentry() ? "explain.paper.reentry" : "explain.paper",
                        burden.validityDays()));
        for (var output : directive.vocabulary().outputs()) {
            step(sentences, given(say, output, burden.given(output)));
        }
    }

    /**
     * What somebody gets of an output that the pack declares, in the pack's own sentence.
     *
     * @param say the pack's messages
     * @param value empty for no limit
     */
    public static String given(Phrases say, DeclaredOutput output, Optional<Value> value) {
        var key = output.givenKey(value);
        return value.filter(Value.Quantity.class::isInstance)
                .map(number -> say.say(key, ((Value.Quantity) number).number().longValueExact()))
                .orElseGet(() -> say.say(key));
    }

    private void setAside(List<Sentence> sentences) {
        if (!finding.setAsideGrounds().isEmpty()) {
            var grounds =
                    finding.setAsideGrounds().stream()
                            .map(ground -> say.text("ground." + ground))
                            .toList();
            sentences.add(
                    new Sentence(
                            Topic.PROCEDURE,
                            say.say("explain.set-aside", say.together("explain.list", grounds)),
                            reveals()));
        }
    }

    /** What differs by purpose tells, beside an approval, which route it was. */
    private void step(List<Sentence> sentences, String text) {
        sentences.add(new Sentence(Topic.PROCEDURE, text, reveals()));
    }

    private static String counted(DayCount count) {
        return count == DayCount.WORKING_DAYS ? ".working" : "";
    }

    private String clearance(ClearanceDemand demand) {
        var key = demand.assumed() ? "explain.clearance.assumed" : "explain.clearance";
        return say.say(
                key + counted(directive.limits().clearances()),
                say.text("clearance." + demand.name()),
                demand.days());
    }

    /** The facts that mattered; see {@link Reasons#mattered}. */
    public Optional<Sentence> sufficientReason() {
        return reasons.mattered();
    }

    /** What would change a referral; see {@link Reasons#changes}. */
    public List<String> counterfactuals() {
        return reasons.changes();
    }
}
