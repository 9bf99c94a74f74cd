package exeat.ledger.verify;

import exeat.ledger.verify.ReceiptCheck.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a receipt leaves out steps of its chain. Each step of the chain names the one before it,
 * and the first names nothing; so what is missing in between is known to be, and nothing can be
 * inserted.
 */
final class ChainCheck {

    private static final byte[] NOTHING = {};

    private final Optional<String> chain;
    private final List<String> gaps = new ArrayList<>();
    private Optional<Event> last = Optional.empty();
    private int steps;

    private ChainCheck(Optional<String> chain) {
        this.chain = chain.filter(number -> number.matches("[0-9]{1,9}"));
    }

    /**
     * What it says of steps, in sentences.
     *
     * @param chain by its number; empty where the receipt opens none
     * @param steps the receipt's, in their order, each of which is in the log
     */
    static List<String> sentences(Optional<String> chain, List<Event> steps) {
        var check = new ChainCheck(chain);
        steps.forEach(check::next);
        return check.sentences();
    }

    /** Takes the receipt's next step; one that is of no chain, or of another, changes nothing. */
    private void next(Event event) {
        if (event.key().isEmpty()) {
            return;
        }
        var before = last.map(Event::entry).orElse(NOTHING);
        if (!event.names(before, chain)) {
            gaps.add(
                    last.map(one ->
                                    "Between %s and %s steps are missing."
                                            .formatted(one.name(), event.name()))
                            .orElse("Before %s steps are missing.".formatted(event.name())));
        }
        last = Optional.of(event);
        steps++;
    }

    private List<String> sentences() {
        var numbers = "The numbers of the steps are not part of the proof";
        if (chain.isEmpty() || last.isEmpty()) {
            return List.of(numbers + ", and steps may have been left out.");
        }
        var told = new ArrayList<>(gaps);
        if (gaps.isEmpty()) {
            told.add(
                    "The %d steps of traveller %s follow one another: none is left out before %s."
                            .formatted(steps, chain.get(), last.get().name()));
        }
        told.add(numbers + ", and later steps, or steps of others, may have been left out.");
        return told;
    }
}
