package exeat.rules.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A resolved pack: every fact, rule, unit, limit and text, independent of the layout of its files.
 * Its fields are described in {@code docs/canonical-form.md}.
 *
 * @param parent the form that this one extends, named by its hash
 * @param zone in which local dates are meant
 * @param purposes of journeys, in the order in which the pack declares them
 * @param paragraphs of the record, in its order
 * @param weigh what a decision against somebody weighs, those of the pack above first
 * @param fees how a fee is taken, here or in the pack above; empty where none is
 * @param carries the numbers of the clarifications that this version carries, sorted
 * @param words by language and key, the SHA-256 of the text in lower-case hex: of the pack's own
 *     messages, and under {@code record.NAME} of what its record says, in the record's language
 */
public record CanonicalForm(
        Identity identity,
        Optional<Parent> parent,
        String zone,
        List<FormPurpose> purposes,
        FormRules rules,
        List<Paragraph> paragraphs,
        List<Weigh> weigh,
        Optional<Fees> fees,
        List<Integer> carries,
        FormOffice office,
        FormTime time,
        Map<String, Map<String, String>> words) {

    /** The name and version of the format. */
    public static final String FORMAT = "exeat canonical form 1";

    /**
     * The pack and its version.
     *
     * @param model whether it serves proofs and demonstrations alone
     */
    public record Identity(
            String id,
            String version,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            boolean model) {}

    /**
     * The pack that this one extends.
     *
     * @param hash of that pack's canonical form
     */
    public record Parent(String id, String version, String hash) {}

    /** A numbered paragraph; its text is among the words. */
    public record Paragraph(
            String number,
            boolean binding,
            boolean revealsProtected,
            Optional<String> notExecutable) {}

    /**
     * A point that a decision against somebody weighs; its name is among the words.
     *
     * @param paragraph of the pack that lists it
     */
    public record Weigh(String id, String paragraph) {}

    /**
     * How a fee is taken.
     *
     * @param currency its three-letter code
     * @param paragraph that asks for it, of the pack that says so
     * @param before the word of the step that waits for the payment
     */
    public record Fees(String currency, String paragraph, Optional<String> before) {}

    public CanonicalForm {
        purposes = List.copyOf(purposes);
        paragraphs = List.copyOf(paragraphs);
        weigh = List.copyOf(weigh);
        carries = carries.stream().sorted().toList();
        var byLanguage = new TreeMap<String, Map<String, String>>();
        words.forEach((language, hashes) ->
                byLanguage.put(language, Collections.unmodifiableMap(new TreeMap<>(hashes))));
        words = Collections.unmodifiableMap(byLanguage);
    }

    /** The form as JSON in UTF-8, the same bytes for equal forms. */
    public byte[] bytes() {
        return CanonicalJson.bytes(FormJson.of(this));
    }

    /** SHA-256 over {@link #bytes}, in lower-case hex. */
    public String hash() {
        return sha256(bytes());
    }

    /** SHA-256 in lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
