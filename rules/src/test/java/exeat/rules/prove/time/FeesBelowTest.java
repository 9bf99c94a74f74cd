package exeat.rules.prove.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.canonical.CanonicalForm;
import exeat.rules.document.FeeTerms;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a local pack takes a fee, beside the pack above. */
class FeesBelowTest {

    private static final Path CASES = Packs.root().resolve("rules/src/test/resources/layers/d");
    private static final String TERMS = "fees: {currency: EUR, paragraph: \"1\"}\n";
    private static final String BEFORE_ISSUE =
            "fees: {currency: EUR, paragraph: \"1\", before: issue}\n";

    /** A local pack and the one above it, each with these terms. */
    private static Map<String, byte[]> files(String below, String above) throws PackException {
        var files = new HashMap<>(Pack.files(CASES.resolve("d7-weighs-more")));
        files.keySet().removeIf(file -> file.startsWith("extends/"));
        say(files, below);
        var theirs = new HashMap<>(Pack.files(CASES));
        theirs.keySet().removeIf(file -> file.contains("/"));
        say(theirs, above);
        theirs.forEach((file, bytes) -> files.put("extends/d/" + file, bytes));
        return files;
    }

    private static void say(Map<String, byte[]> files, String terms) {
        if (!terms.isEmpty()) {
            add(files, "record.yaml", terms);
            add(files, "messages_en.properties", "fee.for=The form\nfee.pay=At the counter\n");
        }
    }

    private static void add(Map<String, byte[]> files, String file, String more) {
        files.computeIfPresent(
                file,
                (_, bytes) ->
                        (new String(bytes, UTF_8).stripTrailing() + "\n" + more).getBytes(UTF_8));
    }

    private static List<String> restrictions(Map<String, byte[]> files) throws PackException {
        return Prover.of(Pack.parse("local", files))
                .proof(Obligation.NO_RESTRICTION)
                .failures()
                .stream()
                .map(Failure::says)
                .toList();
    }

    @Test
    void a_fee_that_is_taken_below_a_pack_that_takes_none_is_a_restriction() throws PackException {
        assertThat(restrictions(files(TERMS, "")))
                .containsExactly(
                        "A fee is taken in another way. d: none is; local: EUR, and nothing waits"
                                + " for it.");
        assertThat(restrictions(files(BEFORE_ISSUE, "")))
                .containsExactly(
                        "A fee is taken in another way. d: none is; local: EUR, before issue.");
    }

    @Test
    void a_local_pack_takes_a_fee_as_the_pack_above_says() throws PackException {
        var files = files("", BEFORE_ISSUE);
        var local = Pack.read("local", files);
        assertThat(restrictions(files)).isEmpty();
        assertThat(local.fees())
                .contains(
                        new FeeTerms(
                                Currency.getInstance("EUR"),
                                "1",
                                Optional.of(FeeTerms.Step.ISSUE)));
        assertThat(local.form().fees())
                .contains(new CanonicalForm.Fees("EUR", "1", Optional.of("issue")));
    }

    @Test
    void what_the_pack_above_says_of_fees_is_its_own() throws PackException {
        var files = files(TERMS, TERMS);
        var refused = catchThrowableOfType(PackException.class, () -> Pack.read("local", files));
        assertThat(refused.getMessage()).contains("are those of the pack above already");
    }

    @Test
    void a_pack_that_takes_a_fee_says_what_for_and_how_to_pay() throws PackException {
        var files = new HashMap<>(Pack.files(CASES));
        files.keySet().removeIf(file -> file.contains("/"));
        add(files, "record.yaml", TERMS);
        var refused = catchThrowableOfType(PackException.class, () -> Pack.read("d", files));
        assertThat(refused.getMessage()).contains("fee.for").contains("fee.pay");
    }

    @Test
    void terms_are_worse_in_another_currency_or_before_a_step_that_did_not_wait() {
        var euro = terms("EUR", Optional.empty());
        var first = terms("EUR", Optional.of(FeeTerms.Step.ISSUE));
        assertThat(euro.isWorseThan(Optional.of(first))).isFalse();
        assertThat(euro.isWorseThan(Optional.of(euro))).isFalse();
        assertThat(first.isWorseThan(Optional.of(first))).isFalse();
        assertThat(first.isWorseThan(Optional.of(euro))).isTrue();
        assertThat(euro.isWorseThan(Optional.empty())).isTrue();
        assertThat(euro.isWorseThan(Optional.of(terms("KRW", Optional.empty())))).isTrue();
    }

    private static FeeTerms terms(String currency, Optional<FeeTerms.Step> before) {
        return new FeeTerms(Currency.getInstance(currency), "1", before);
    }
}
