package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.Paragraph;
import exeat.rules.document.RuleView;
import exeat.rules.pack.RowReader;
import exeat.rules.prove.Proof.Failure;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Obligation 4: checks what rules cite against the record. */
final class CitationProof {

    private final ParsedPack draft;
    private final Set<String> paragraphs;
    private final Set<String> marks;
    private final Set<String> cited = new TreeSet<>();

    CitationProof(ParsedPack draft) {
        this.draft = draft;
        this.paragraphs =
                draft.record().paragraphs().stream()
                        .map(Paragraph::number)
                        .collect(Collectors.toSet());
        this.marks =
                draft.record().marks().stream()
                        .map(DirectiveRecord.Mark::sign)
                        .collect(Collectors.toSet());
    }

    void prove(ProofAttempt proving) {
        int assumed = 0;
        for (var rule : draft.rules()) {
            wrong(rule).ifPresent(why -> proving.fail(Failure.of(why)));
            assumed += rule.assumed() ? 1 : 0;
        }
        for (var paragraph : draft.record().paragraphs()) {
            var number = paragraph.number();
            boolean explained = draft.pack().notExecutable().containsKey(number);
            if (paragraph.binding() && !explained && !cited.contains(number)) {
                proving.fail(
                        Failure.of(
                                "Paragraph "
                                        + number
                                        + " is binding, but no rule cites it and no reason is"
                                        + " given."));
            }
            if (explained && cited.contains(number)) {
                proving.fail(
                        Failure.of(
                                "Paragraph "
                                        + number
                                        + " is marked not executable, but a rule cites it."));
            }
        }
        if (assumed > 0) {
            proving.note(
                    Failure.of(
                            "The text does not contain what "
                                    + assumed
                                    + (assumed == 1
                                            ? " rule says: it is labelled as"
                                            : " rules say: they are labelled as")
                                    + " the pack's assumed procedure."));
        }
    }

    private Optional<String> wrong(RuleView rule) {
        var what = "In the table " + rule.decision() + ", " + rule.id();
        var number = rule.paragraph();
        if (number.isEmpty()) {
            boolean maySo = rule.assumed() && !rule.decision().equals(RowReader.ROUTE);
            return maySo ? Optional.empty() : Optional.of(what + " cites no paragraph.");
        }
        if (paragraphs.contains(number.get())) {
            cited.add(number.get());
            return Optional.empty();
        }
        return Optional.of(
                what
                        + (marks.contains(number.get())
                                ? " cites an unexplained mark."
                                : " cites paragraph "
                                        + number.get()
                                        + ", which is not in the record."));
    }
}
