package exeat.web.directive;

import exeat.casework.command.LayersAbove;
import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.ProofWording;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;

/** The directives above a local one: those it names, those in force, and what is proved. */
final class LayersView {

    private final Office office;
    private final Directive directive;
    private final PageTexts words;
    private final LayersAbove above;

    LayersView(Office office, Directive directive, PageTexts words) {
        this.office = office;
        this.directive = directive;
        this.words = words;
        this.above = office.register().layers().above(directive);
    }

    /**
     * Whether the version may be put in force below the directives in force here; true if it
     * extends none.
     */
    boolean stands() {
        return directive.parsed().isPinned()
                && extended().stream().allMatch(one -> above.inForce().contains(one.ref()));
    }

    private List<Directive> extended() {
        var all = new ArrayList<Directive>();
        for (var at = directive.parent(); at.isPresent(); at = at.get().parent()) {
            all.add(at.get());
        }
        return all;
    }

    /**
     * Proves it against the directives in force above if they have changed; takes seconds the first
     * time.
     */
    void addTo(Page sheet) {
        var extended = extended();
        if (extended.isEmpty()) {
            return;
        }
        sheet.add(
                new Heading(2, words.say("enact.layers"), "layers"),
                new BulletList(extended.stream().map(this::line).toList()));
        if (!directive.parsed().isPinned()) {
            sheet.add(new InsetText(words.say("enact.layers.not-named")));
        }
        var report = office.register().layers().prove(directive);
        report.ifPresent(found -> {
            sheet.add(
                    new InsetText(
                            words.say(
                                    !found.proved()
                                            ? "enact.layers.not-proved"
                                            : found.isConditional()
                                                    ? "enact.layers.proved-again-if"
                                                    : "enact.layers.proved-again")));
            if (found.isConditional()) {
                sheet.add(new BulletList(found.conditions()));
            }
            var failures = found.proof(Obligation.NO_RESTRICTION).failures();
            if (!failures.isEmpty()) {
                sheet.add(new BulletList(failures.stream().map(Failure::says).toList()));
            }
        });
        if (report.isEmpty() && !stands()) {
            sheet.add(new Paragraphs(List.of(words.say("enact.layers.waits"))));
        }
    }

    private String line(Directive one) {
        return words.say(
                above.inForce().contains(one.ref())
                        ? "enact.layer.in-force"
                        : "enact.layer.not-in-force",
                ProofWording.name(one.ref()));
    }
}
