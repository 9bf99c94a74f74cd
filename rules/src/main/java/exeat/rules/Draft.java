package exeat.rules;

import exeat.rules.decide.Tables;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.RuleView;
import exeat.rules.fact.Link;
import exeat.rules.fact.Vocabulary;
import exeat.rules.pack.PackRecord;

import exeat.rules.source.PackException.Problem;
import exeat.rules.dmn.Model;
import exeat.rules.dmn.Model.Unprovable;
import java.util.List;
import java.util.Optional;

/**
 * A pack that could be read, sound or not: it can be looked at and proved, or disproved with a
 * person for whom it fails, but it decides nothing and cannot be put in force.
 *
 * <p>Comes from {@link Pack#draft}; every {@link Directive} has one, without faults.
 */
public final class Draft {

    /** What was read. */
    record Parts(
            DirectiveRef ref,
            PackRecord pack,
            Optional<Directive> parent,
            Vocabulary vocabulary,
            List<Link> links,
            Model model,
            Optional<Tables> tables) {
        Parts {
            links = List.copyOf(links);
        }
    }

    private final Parts parts;
    private final List<Problem> faults;

    Draft(Parts parts, List<Problem> faults) {
        this.parts = parts;
        this.faults = List.copyOf(faults);
    }

    /** A sound pack that extends a directive and adds nothing to it but rules: these are all. */
    @SuppressWarnings("exports")
    public static Draft extending(Directive directive, DirectiveRef ref, Model model, Tables tables) {
        var above = directive.draft();
        return new Draft(
                new Parts(
                        ref,
                        above.pack(),
                        Optional.of(directive),
                        above.vocabulary(),
                        directive.links(),
                        model,
                        Optional.of(tables)),
                List.of());
    }

    public DirectiveRef ref() {
        return parts.ref();
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

    /** As {@link Directive#links}. */
    public List<Link> links() {
        return parts.links();
    }

    /** Why the pack is not sound, by file and line; empty when it can decide. */
    public List<Problem> faults() {
        return faults;
    }

    public Model model() {
        return parts.model();
    }

    /** The tables' own rows, of a pack of which everything is provable. */
    @SuppressWarnings("exports")
    public Tables tables() {
        return parts.tables().orElseThrow();
    }

    /**
     * What is no exact test of facts, and so can neither be proved nor decided; empty where
     * everything is.
     */
    public List<Unprovable> unprovable() {
        return parts.model().unprovable();
    }

    /** The decisions as people read them, each rule beside its text. */
    public List<RuleView> rules() {
        return RuleViews.of(parts.model());
    }

    /** For the rooms of this module alone: its type is not exported. */
    @SuppressWarnings("exports")
    public PackRecord pack() {
        return parts.pack();
    }
}
