package exeat.rules.document;

import exeat.rules.source.StoredWord;
import java.util.Currency;
import java.util.Optional;

/**
 * How a fee is taken that the decision Paper names. A pack without terms takes none, whatever its
 * tables say: nobody would know what to pay, and where.
 *
 * @param currency of every fee of the pack
 * @param paragraph of the pack, which asks for it
 * @param before the step that waits for the payment; empty where none does
 */
public record FeeTerms(Currency currency, String paragraph, Optional<Step> before) {

    /** The key of what a pack says a fee is for. */
    public static final String PURPOSE = "fee.for";

    /** The key of what it says about how to pay, and where. */
    public static final String PAYMENT = "fee.pay";

    /** What a pack can let wait for a payment. A crossing is not among them, nor any time limit. */
    public enum Step implements StoredWord {
        ISSUE("issue");

        private final String stored;

        Step(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /** The terms in English, for people who compare packs. */
    public String words() {
        return before.map(step -> currency + ", before " + step.stored())
                .orElseGet(() -> currency + ", and nothing waits for it");
    }

    /**
     * Whether they are worse for a person than others: where nothing was taken, in another currency
     * (which nobody can compare), or before a step that did not wait.
     */
    public boolean isWorseThan(Optional<FeeTerms> other) {
        return other.filter(o -> o.currency.equals(currency))
                .filter(o -> before.isEmpty() || o.before.equals(before))
                .isEmpty();
    }
}
