package exeat.rules;

/**
 * A directive, read and compiled: it can be shown, and it can decide.
 *
 * <p>Immutable and safe to share between threads.
 */
public interface Directive {

    DirectiveRef ref();

    DirectiveRecord record();

    Vocabulary vocabulary();

    AuthorityTree authorities();

    Messages messages();

    /** The paragraph with this number. */
    java.util.Optional<Paragraph> paragraph(String number);

    /**
     * The decision tables as people read them, for the page that shows each rule beside its text.
     */
    java.util.List<RuleView> rules();

    /**
     * What the directive says of these facts. Never refuses; what no rule covers, and what unknown
     * facts could still change, is referred.
     *
     * @throws IllegalArgumentException if a fact is not in the vocabulary or has a value that the
     *     vocabulary does not allow; callers check at intake with {@link Vocabulary}
     */
    Finding decide(Facts facts);
}
