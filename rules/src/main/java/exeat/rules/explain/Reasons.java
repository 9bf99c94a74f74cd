package exeat.rules.explain;

import exeat.rules.Directive;
import exeat.rules.document.Phrases;
import exeat.rules.explain.Counterfactuals.Item;
import exeat.rules.explain.Counterfactuals.Way;
import exeat.rules.explain.Explanation.Sentence;
import exeat.rules.explain.Explanation.Topic;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What decided a finding, and what would change it, worded for the person or for an officer. */
public final class Reasons {

    private final Directive directive;
    private final Finding finding;
    private final Reader reader;
    private final Phrases say;
    private final FactWording words;

    private Reasons(Directive directive, Finding finding, Locale locale, Reader reader) {
        this.directive = directive;
        this.finding = finding;
        this.reader = reader;
        this.say = new Phrases(directive.messages(), locale);
        this.words = new FactWording(say, reader);
    }

    /** The reasons of a finding of this directive. */
    public static Reasons of(Directive directive, Finding finding, Locale locale, Reader reader) {
        return new Reasons(directive, finding, locale, reader);
    }

    /**
     * The facts that mattered, as a sentence; private where one of them is protected. Empty while
     * the finding is unanswered.
     */
    public Optional<Sentence> mattered() {
        return SufficientReason.of(directive, finding.facts()).map(this::mattered);
    }

    private Sentence mattered(SufficientReason mattered) {
        var facts = mattered.facts().stream().flatMap(name -> stated(name).stream()).toList();
        return new Sentence(
                Topic.GROUNDS,
                facts.isEmpty()
                        ? say("explain.mattered.nothing")
                        : say("explain.mattered", say.together("explain.list", facts)),
                mattered.facts().stream().anyMatch(directive.vocabulary()::isProtected));
    }

    private Optional<String> stated(FactName name) {
        return finding.facts()
                .value(name)
                .map(value -> words.stated(name, value))
                .or(() ->
                        Optional.ofNullable(finding.facts().sets().get(name))
                                .map(set -> words.stated(name, set)));
    }

    /**
     * What would change a referral, as sentences to be read together. All are private, because a
     * change that would help reveals what is known about the other facts.
     */
    public List<String> changes() {
        if (finding.outcome().approves()) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        var changes = Counterfactuals.of(directive, finding.facts());
        if (changes.isOpen()) {
            sentences.add(say("explain.change.answer"));
        }
        if (!changes.ways().isEmpty() || !changes.openings().isEmpty()) {
            sentences.add(say("explain.change"));
        } else if (!changes.isOpen() && changes.isComplete()) {
            sentences.add(say("explain.change.none"));
        }
        changes.ways().forEach(way -> sentences.add(way(way)));
        changes.openings()
                .forEach(way -> sentences.add(say("explain.change.ask", conditions(way))));
        if (!changes.isComplete()) {
            sentences.add(say("explain.change.more"));
        }
        return sentences;
    }

    private String way(Way way) {
        var outcome = "outcome." + way.finding().outcome().word().replace(' ', '-');
        var evidence = way.items().stream().map(this::evidence).distinct().toList();
        return say("explain.change.way", conditions(way), say.text(outcome))
                + " "
                + say("explain.change.shown", say.together("explain.list", evidence));
    }

    private String conditions(Way way) {
        var conditions = way.items().stream().map(words::condition).toList();
        return say.together("explain.and", conditions);
    }

    private String evidence(Item item) {
        return item.evidence()
                .map(kind -> words.text("document." + kind))
                .orElseGet(() -> say("explain.change.statement"));
    }

    private String say(String key, Object... with) {
        return say.say(FactWording.phrase(key, reader), with);
    }
}
