package exeat.rules;

import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.OfficeDirectory;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.UnitFunction;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.canonical.CanonicalForm;
import exeat.rules.decide.CompiledRules;
import exeat.rules.decide.ConflictResolver;
import exeat.rules.decide.Resolution;
import exeat.rules.decide.RuleMatcher;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.FeeTerms;
import exeat.rules.document.InForcePeriod;
import exeat.rules.document.Messages;
import exeat.rules.document.Paragraph;
import exeat.rules.document.PointToWeigh;
import exeat.rules.document.RuleView;
import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactReader;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import exeat.rules.pack.MessageKeys;
import exeat.rules.pack.PackRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directive, read and compiled: it can be shown, and it can decide.
 *
 * <p>Immutable and safe to share between threads. Comes from {@link Pack#read}.
 */
public final class Directive {

    /** What {@link Pack} read of the folder. */
    record Source(
            DirectiveRef ref,
            PackRecord pack,
            Optional<Directive> parent,
            Vocabulary vocabulary,
            Purposes purposes,
            List<FactLink> links,
            UnitFunctions division,
            AuthorityTree authorities,
            OfficeDirectory directory,
            TimeLimits limits,
            UpwardReporting upward,
            Messages messages,
            ParsedPack draft) {
        Source {
            links = List.copyOf(links);
        }

        /** See {@link Directive#weigh}. */
        List<PointToWeigh> weigh() {
            return Stream.concat(
                            parent.map(Directive::weigh).orElse(List.of()).stream(),
                            pack.weigh().stream())
                    .toList();
        }

        /** See {@link Directive#fees}. */
        Optional<FeeTerms> fees() {
            return pack.fees().or(() -> parent.flatMap(Directive::fees));
        }

        /** This source under another name. */
        Source named(DirectiveRef name) {
            return new Source(
                    name,
                    pack,
                    parent,
                    vocabulary,
                    purposes,
                    links,
                    division,
                    authorities,
                    directory,
                    limits,
                    upward,
                    messages,
                    draft.named(name));
        }
    }

    private final Source source;
    private final RuleMatcher matcher;
    private final ConflictResolver answers;
    private final CompiledRules compiled;
    private final Interview interview;

    /** Created on first use; losing it costs only time. */
    private volatile @Nullable List<WorkedCase> workedCases;

    private final CanonicalForm form;
    private final String formHash;

    /**
     * @param source whose name is the hash of its files
     * @param stored the hash under which it was stored, if any
     */
    Directive(
            Source source, Optional<String> stored, RuleMatcher matcher, ConflictResolver answers) {
        this.form = CanonicalFormBuilder.form(source);
        this.formHash = form.hash();
        var files = source.ref();
        boolean byFiles = stored.filter(files.hash()::equals).isPresent();
        this.source =
                byFiles
                        ? source
                        : source.named(new DirectiveRef(files.id(), files.version(), formHash));
        this.matcher = matcher;
        this.answers = answers;
        this.compiled = new CompiledRules(matcher, answers);
        this.interview = Interview.of(this);
    }

    public DirectiveRef ref() {
        return source.ref();
    }

    public DirectiveRecord record() {
        return source.pack().record();
    }

    /** This pack in the form that proofs read. */
    public ParsedPack parsed() {
        return source.draft();
    }

    /** Everything that decides, asks and counts, resolved: the input of the reference evaluator. */
    public CanonicalForm form() {
        return form;
    }

    /** The hash of the form, as {@link CanonicalForm#hash}. */
    String formHash() {
        return formHash;
    }

    /** SHA-256 over the files from which it was read, in lower-case hex. */
    public String filesHash() {
        return source.draft().filesHash();
    }

    /**
     * Whether it is the same version: one that an earlier program stored is named by its files, and
     * elsewhere by its form.
     */
    public boolean isSameVersion(Directive other) {
        return formHash.equals(other.formHash);
    }

    /** The days for which this version is meant to be in force. */
    public InForcePeriod inForce() {
        return source.pack().inForce();
    }

    /**
     * Whether it is a model for proofs and demonstrations: it can be read, proved and compared, and
     * nobody applies under it.
     */
    public boolean isModel() {
        return source.pack().model();
    }

    /** The directive that this one extends, as a local rule does a general one. */
    public Optional<Directive> parent() {
        return source.parent();
    }

    /**
     * Links between facts: those of every directive that this one extends, the farthest first, then
     * its own. Decisions do not use them; proofs assume them.
     */
    public List<FactLink> links() {
        return source.links();
    }

    /** The facts of this directive, and before them those of the one that it extends. */
    public Vocabulary vocabulary() {
        return source.vocabulary();
    }

    /** Why people travel under it, and what follows from each purpose. */
    public Purposes purposes() {
        return source.purposes();
    }

    /** Its functions with their roles, and who records a crossing. */
    public UnitFunctions division() {
        return source.division();
    }

    public AuthorityTree authorities() {
        return source.authorities();
    }

    /**
     * What a decision against somebody weighs: the points of every directive that this one extends,
     * then its own. A local pack can only add to them.
     */
    public List<PointToWeigh> weigh() {
        return source.weigh();
    }

    /** Whether something that is weighed there is not weighed here. */
    public boolean weighsLessThan(Directive other) {
        return !weigh().stream()
                .map(PointToWeigh::id)
                .toList()
                .containsAll(other.weigh().stream().map(PointToWeigh::id).toList());
    }

    /** How it takes a fee, or the directive that it extends; empty where neither takes any. */
    public Optional<FeeTerms> fees() {
        return source.fees();
    }

    /** Whether fees are taken here in a way that is worse for a person than there. */
    public boolean takesFeesWorseThan(Directive other) {
        return fees().filter(terms -> terms.isWorseThan(other.fees())).isPresent();
    }

    /** How to find its units, and who outside them helps people. */
    public OfficeDirectory directory() {
        return source.directory();
    }

    /** How it counts time. */
    public TimeLimits limits() {
        return source.limits();
    }

    /** When its units report, and how long a level has for an issue. */
    public UpwardReporting upward() {
        return source.upward();
    }

    public Messages messages() {
        return source.messages();
    }

    /** A function's name in this language. */
    public String name(UnitFunction function, Locale locale) {
        var key = UnitFunctions.key(function);
        var name = messages().text(locale, key);
        return name.equals(key) ? function.word() : name;
    }

    /** A purpose's name in this language; its word where the directive does not know it. */
    public String name(Purpose purpose, Locale locale) {
        var key = Purposes.key(purpose);
        var name = messages().text(locale, key);
        return name.equals(key) ? purpose.word() : name;
    }

    /** The paragraph with this number. */
    public Optional<Paragraph> paragraph(String number) {
        return record().paragraphs().stream()
                .filter(paragraph -> paragraph.number().equals(number))
                .findFirst();
    }

    /** Why no rule carries a binding paragraph, in English; empty where one does. */
    public Optional<String> whyNoRule(String paragraph) {
        return Optional.ofNullable(source.pack().notExecutable().get(paragraph));
    }

    /** The numbers of the clarifications of its issuer that this version carries. */
    public Set<Integer> carries() {
        return source.pack().carries();
    }

    /** Whether an instrument that the text relies on is held here, and its terms known. */
    public boolean isHeld(String instrument) {
        return source.pack().instruments().getOrDefault(instrument, false);
    }

    /**
     * The decision tables as people read them, for the page that shows each rule beside its text.
     */
    public List<RuleView> rules() {
        return source.draft().rules();
    }

    /** Made-up worked cases, each with a paragraph that it cites; always the same. */
    public List<WorkedCase> workedCases() {
        var made = workedCases;
        if (made == null) {
            made = WorkedCase.of(this);
            workedCases = made;
        }
        return made;
    }

    /** An interview that asks for the facts that decide a finding of this directive. */
    public Interview interview() {
        return interview;
    }

    /**
     * The keys of the words for its things, which a local pack leaves as they are; offices are each
     * pack's own. Only for this module's own packages.
     */
    @SuppressWarnings("exports")
    public MessageKeys things() {
        return new MessageKeys(
                vocabulary(),
                purposes(),
                source.pack(),
                division(),
                source.draft().tables(),
                OfficeDirectory.NONE);
    }

    /** Only for this module's own packages; its type is not exported. */
    @SuppressWarnings("exports")
    public RuleMatcher matcher() {
        return matcher;
    }

    /** Only for this module's own packages; its type is not exported. */
    @SuppressWarnings("exports")
    public ConflictResolver answers() {
        return answers;
    }

    /**
     * Decides these facts. Never refuses: a case that no rule covers, or that unknown facts could
     * still change, is referred.
     *
     * <p>Unknown facts do not matter if every way to complete them gives the same outcome, purpose,
     * burden, grounds to set aside, and routes to that outcome. A route to a lower outcome is cited
     * if it is known, but never asked about.
     *
     * <p>The burden of a referred case is that of its purpose, because a person may still approve
     * it. If unknown facts decide even the purpose or the burden, the first value of each such fact
     * is used, in the vocabulary's order.
     *
     * @throws IllegalArgumentException if a fact is not in the vocabulary or has a value that the
     *     vocabulary does not allow; callers check at intake with {@link Vocabulary#problems}
     */
    public Finding decide(Facts facts) {
        return decide(matcher.encode(facts));
    }

    /** Reads facts from raw values, in the form that this directive decides from soonest. */
    public FactReader reader() {
        return matcher.reader();
    }

    /**
     * The facts as this directive reads them, to decide them by {@link #decide(EncodedFacts)}.
     *
     * @throws IllegalArgumentException as {@link #decide(Facts)}
     */
    public EncodedFacts encode(Facts facts) {
        return matcher.encode(facts);
    }

    /**
     * What {@link #decide(Facts)} says of the facts that were encoded.
     *
     * @param facts encoded by this directive
     */
    public Finding decide(EncodedFacts facts) {
        if (facts.isWhole()) {
            return finding(compiled.whole(facts), facts.facts());
        }
        var said = compiled.partly(facts);
        return said.certain().isPresent()
                ? finding(said.certain().get(), facts.facts())
                : unanswered(said, facts.facts());
    }

    private Finding finding(Resolution answer, Facts read) {
        var substance = answer.substance();
        return new Finding(
                source.ref(),
                substance.outcome(),
                answer.why(),
                substance.purpose(),
                answer.routes(),
                substance.burden(),
                answer.grounds(),
                read,
                List.of(),
                answer.instrumentsNotHeld(),
                substance.setAsideGrounds());
    }

    private Finding unanswered(CompiledRules.Partly said, Facts read) {
        var provisional = said.provisional().substance();
        return new Finding(
                source.ref(),
                Outcome.REFER,
                Optional.of(ReferReason.UNANSWERED),
                provisional.purpose(),
                List.of(),
                provisional.burden(),
                List.of(),
                read,
                said.open(),
                List.of(),
                List.of());
    }
}
