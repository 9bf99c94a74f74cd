package exeat.rules.pack;

import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.FeeTerms;
import exeat.rules.document.InForcePeriod;
import exeat.rules.document.PointToWeigh;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code record.yaml} holds.
 *
 * @param model whether it serves proofs and demonstrations alone
 * @param extended what the pack extends; none for one that stands alone
 * @param paragraphLines by number, the line where each paragraph stands
 * @param notExecutable by number, why no rule carries the paragraph
 * @param instruments by id, whether the instrument is held
 * @param carries the numbers of the clarifications that this version carries
 * @param weigh what its own text wants weighed before a decision against somebody
 * @param fees how a fee is taken; empty where the pack says nothing of it
 */
public record PackRecord(
        String version,
        InForcePeriod inForce,
        boolean model,
        Optional<Extended> extended,
        DirectiveRecord record,
        Map<String, Integer> paragraphLines,
        Map<String, String> notExecutable,
        Map<String, Boolean> instruments,
        Set<Integer> carries,
        List<PointToWeigh> weigh,
        Optional<FeeTerms> fees) {

    /**
     * The name of another pack, on its line: an id, or a path from the pack's folder.
     *
     * @param pin which version of it, exactly; none while a pack is being written
     */
    public record Extended(String written, int line, Optional<Pin> pin) {
        public boolean isId() {
            return written.matches("[a-z0-9]+(-[a-z0-9]+)*+");
        }

        public boolean isPinned() {
            return pin.isPresent();
        }

        /** Whether it means this directive. */
        public boolean means(DirectiveRef ref) {
            return pin.map(named ->
                            written.equals(ref.id())
                                    && named.version().equals(ref.version())
                                    && named.hash().equals(ref.hash()))
                    .orElse(true);
        }
    }

    /**
     * One version of a pack.
     *
     * @param hash of its canonical form; also read is the one over its files, as records once had
     *     it
     */
    public record Pin(String version, String hash) {
        public boolean isWellFormed() {
            return hash.matches("[0-9a-f]{64}");
        }
    }

    /** How a record names a directive that its pack extends. */
    public static String naming(DirectiveRef parent) {
        return "extends: {pack: %s, version: \"%s\", hash: %s}"
                .formatted(parent.id(), parent.version(), parent.hash());
    }

    public PackRecord {
        paragraphLines = Map.copyOf(paragraphLines);
        notExecutable = Map.copyOf(notExecutable);
        instruments = Map.copyOf(instruments);
        carries = Set.copyOf(carries);
        weigh = List.copyOf(weigh);
    }
}
