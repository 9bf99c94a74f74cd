package exeat.rules;

import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.canonical.FormRules;
import exeat.rules.decide.Tables;
import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.FeeTerms;
import exeat.rules.document.RuleView;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Purposes;
import exeat.rules.pack.OwnWord;
import exeat.rules.pack.PackFiles;
import exeat.rules.pack.PackRecord;
import exeat.rules.pack.PackRecord.Extended;
import exeat.rules.source.PackException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pack that could be read, with or without errors. It can be shown and proved, or disproved with
 * an example person, but it decides nothing and cannot be put in force.
 *
 * <p>Comes from {@link Pack#parse}; every {@link Directive} has one, without faults.
 */
public final class ParsedPack {

    /**
     * What was read.
     *
     * @param filesHash SHA-256 over the files
     */
    record Parts(
            DirectiveRef ref,
            String filesHash,
            PackRecord pack,
            Optional<Directive> parent,
            Vocabulary vocabulary,
            List<FactLink> links,
            DecisionModel model,
            Optional<Tables> tables,
            List<OwnWord> words,
            Procedure procedure) {
        Parts {
            links = List.copyOf(links);
            words = List.copyOf(words);
        }

        Parts named(DirectiveRef name) {
            return new Parts(
                    name,
                    filesHash,
                    pack,
                    parent,
                    vocabulary,
                    links,
                    model,
                    tables,
                    words,
                    procedure);
        }
    }

    /** What purposes mean, who works on cases, and how their time is counted. */
    public record Procedure(
            Purposes purposes,
            UnitFunctions division,
            AuthorityTree authorities,
            TimeLimits limits,
            UpwardReporting upward) {}

    private final Parts parts;
    private final List<Problem> faults;
    private final List<Problem> notes;
    private final Map<String, List<String>> missingKeys;

    ParsedPack(
            Parts parts,
            List<Problem> faults,
            List<Problem> notes,
            Map<String, List<String>> missingKeys) {
        this.parts = parts;
        this.faults = List.copyOf(faults);
        this.notes = List.copyOf(notes);
        this.missingKeys = Map.copyOf(missingKeys);
    }

    /** A sound pack that extends a directive and adds nothing to it but rules: these are all. */
    @SuppressWarnings("exports")
    public static ParsedPack extending(
            Directive directive, DirectiveRef ref, DecisionModel model, Tables tables) {
        var above = directive.parsed();
        return new ParsedPack(
                new Parts(
                        ref,
                        ref.hash(),
                        above.pack(),
                        Optional.of(directive),
                        above.vocabulary(),
                        directive.links(),
                        model,
                        Optional.of(tables),
                        List.of(),
                        above.procedure()),
                List.of(),
                List.of(),
                Map.of());
    }

    /** This pack under another name. */
    ParsedPack named(DirectiveRef name) {
        return new ParsedPack(parts.named(name), faults, notes, missingKeys);
    }

    /** Its name, as {@link DirectiveRef} says; a pack that is not sound is named by its files. */
    public DirectiveRef ref() {
        return parts.ref();
    }

    /** SHA-256 over the files from which it was read, in lower-case hex. */
    public String filesHash() {
        return parts.filesHash();
    }

    public DirectiveRecord record() {
        return parts.pack().record();
    }

    public Vocabulary vocabulary() {
        return parts.vocabulary();
    }

    /** The directive that this one extends. */
    public Optional<Directive> parent() {
        return parts.parent();
    }

    /** See {@link Directive#links}. */
    public List<FactLink> links() {
        return parts.links();
    }

    /** The pack's errors, by file and line; empty if it can decide. */
    public List<Problem> faults() {
        return faults;
    }

    /**
     * The faults that are missing words: such a pack can be proved, and decides nothing until it
     * has them.
     */
    public List<Problem> missingWords() {
        return faults.stream().filter(fault -> PackFiles.isMessages(fault.file())).toList();
    }

    /**
     * All keys of messages without words, by language such as {@code en}: of English those that a
     * pack must have, of another language those that English has.
     */
    public Map<String, List<String>> missingKeys() {
        return missingKeys;
    }

    /**
     * Notes about texts that may have been read differently than their author meant, by file and
     * line.
     */
    public List<Problem> notes() {
        return notes;
    }

    public DecisionModel model() {
        return parts.model();
    }

    /** The tables' own rows; only for a pack that is provable throughout. */
    @SuppressWarnings("exports")
    public Tables tables() {
        return parts.tables().orElseThrow();
    }

    /**
     * The elements that are not exact tests of facts, so that they can be neither proved nor
     * decided; empty if there are none.
     */
    public List<Unprovable> unprovable() {
        return parts.model().unprovable();
    }

    /** The deciding rules in canonical form; only for a pack that is provable throughout. */
    public FormRules form() {
        return CanonicalFormBuilder.rules(this);
    }

    /** The decisions as people read them, each rule beside its text. */
    public List<RuleView> rules() {
        return RuleViews.of(parts.model());
    }

    /** Its purposes and units, and how it counts time: its own, or what it extends says. */
    public Procedure procedure() {
        return parts.procedure();
    }

    /**
     * Whether it, and each directive that it extends, names its parent by version and hash. One
     * that does not can be read and proved, but not put in force.
     */
    public boolean isPinned() {
        return parts.pack().extended().map(Extended::isPinned).orElse(true)
                && parts.parent().map(Directive::parsed).map(ParsedPack::isPinned).orElse(true);
    }

    /** How it takes a fee, or what it extends; empty where neither takes any. */
    public Optional<FeeTerms> fees() {
        return parts.pack().fees().or(() -> parts.parent().flatMap(Directive::fees));
    }

    /** The texts of its own files. Only for this module's own packages. */
    @SuppressWarnings("exports")
    public List<OwnWord> words() {
        return parts.words();
    }

    /** Only for this module's own packages; its type is not exported. */
    @SuppressWarnings("exports")
    public PackRecord pack() {
        return parts.pack();
    }
}
