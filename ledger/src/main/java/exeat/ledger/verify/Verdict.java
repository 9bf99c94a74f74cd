package exeat.ledger.verify;

import java.util.List;

/**
 * The result of a check.
 *
 * @param shown what was verified, one sentence each
 * @param wrong what failed, one sentence each, with the place
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
