package exeat.rules.pack;

import exeat.rules.document.Citation;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.Paragraph;
import exeat.rules.source.ProblemCollector;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks what rules cite against the record. */
public final class Citations {

    public static final String ASSUMED = "assumed";

    private final PackRecord record;
    private final Map<String, Paragraph> paragraphs;
    private final Set<String> marks;
    private final Set<String> cited = new HashSet<>();
    private final Set<String> reliedOn = new HashSet<>();

    Citations(PackRecord record) {
        this.record = record;
        this.paragraphs =
                record.record().paragraphs().stream()
                        .collect(
                                Collectors.toMap(
                                        Paragraph::number, Function.identity(), (a, b) -> a));
        this.marks =
                record.record().marks().stream()
                        .map(DirectiveRecord.Mark::sign)
                        .collect(Collectors.toSet());
    }

    /** The paragraph that a rule cites; a rule without one must be the assumed procedure. */
    Optional<Paragraph> paragraph(RuleCells cells) {
        var number = cells.annotation("paragraph");
        if (number.isEmpty()) {
            if (!isAssumed(cells)) {
                cells.fault("paragraph", "is missing; cite a paragraph or label the rule assumed");
            }
            return Optional.empty();
        }
        var paragraph = Optional.ofNullable(paragraphs.get(number.get()));
        if (paragraph.isPresent()) {
            cited.add(number.get());
        } else if (marks.contains(number.get())) {
            cells.fault("paragraph", "is an unexplained mark, which cannot be cited");
        } else {
            cells.fault("paragraph", "is not in the record: " + number.get() + alike(number.get()));
        }
        return paragraph;
    }

    private String alike(String number) {
        return paragraphs.keySet().stream()
                .filter(other -> Citation.readsLike(other, number))
                .findFirst()
                .map(other -> "; did you mean " + other)
                .orElse("");
    }

    /** Reports a basis that is neither of the two. */
    void checkBasis(RuleCells cells) {
        cells.annotation("basis")
                .filter(basis -> !basis.equals(ASSUMED) && !basis.equals("text"))
                .ifPresent(
                        basis -> cells.problem("basis", "must be assumed or text, not " + basis));
    }

    boolean isAssumed(RuleCells cells) {
        return cells.annotation("basis").equals(Optional.of(ASSUMED));
    }

    Optional<String> instrument(RuleCells cells) {
        var id = cells.annotation("instrument");
        if (id.isPresent()) {
            reliedOn.add(id.get());
            if (!record.instruments().containsKey(id.get())) {
                cells.problem("instrument", "is not in the record: " + id.get());
            }
        }
        return id;
    }

    boolean isHeld(Optional<String> instrument) {
        return instrument.map(id -> record.instruments().getOrDefault(id, false)).orElse(true);
    }

    /** Reports binding paragraphs that no rule cites, and explanations that are not needed. */
    void check(ProblemCollector problems) {
        for (var paragraph : paragraphs.values()) {
            var number = paragraph.number();
            int line = record.paragraphLines().getOrDefault(number, 0);
            boolean explained = record.notExecutable().containsKey(number);
            if (paragraph.binding() && !cited.contains(number) && !explained) {
                problems.addFault(
                        line,
                        "paragraph " + number,
                        "is binding, but no rule cites it and 'not executable' gives no reason");
            }
            if (explained && cited.contains(number)) {
                problems.addFault(
                        line,
                        "paragraph " + number,
                        "is marked not executable, but a rule" + " cites it");
            }
        }
        record.instruments().keySet().stream()
                .filter(id -> !reliedOn.contains(id))
                .sorted()
                .forEach(id -> problems.add(0, "instruments", "no rule relies on: " + id));
    }
}
