package exeat.ledger.verify;

import java.util.List;

/**
 * What a check found.
 *
 * @param shown what holds, a sentence each
 * @param wrong what does not, a sentence each that names the place
 */
public record Verdict(List<String> shown, List<String> wrong) {

    public Verdict {
        shown = List.copyOf(shown);
        wrong = List.copyOf(wrong);
    }

    public boolean isGood() {
        return wrong.isEmpty();
    }
}
