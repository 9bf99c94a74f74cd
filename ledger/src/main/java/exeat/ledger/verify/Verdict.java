package exeat.ledger.verify;

import java.util.List;

/**
 * The result of a check.
 *
 * @param shown the verified points, one sentence each
 * @param wrong the failures, one sentence each, with the place
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
