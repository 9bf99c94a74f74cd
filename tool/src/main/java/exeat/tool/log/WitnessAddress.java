package exeat.tool.log;

import exeat.ledger.verify.VerifierKey;
import exeat.tool.cli.UsageError;

/** A witness as {@code --witness} names it: its published key, and where it is asked. */
public record WitnessAddress(VerifierKey key, String url) {

    /**
     * Reads {@code KEY=URL}.
     *
     * @throws UsageError if it has another form, or the key is not a witness's
     */
    public static WitnessAddress of(String text) {
        int at = text.indexOf("=http"); // A key may end with an equals sign of its own.
        return VerifierKey.parse(at < 0 ? "" : text.substring(0, at))
                .filter(VerifierKey::isWitness)
                .map(key -> new WitnessAddress(key, text.substring(at + 1)))
                .orElseThrow(() ->
                        new UsageError(
                                "--witness: KEY=URL, with a witness's published key: " + text));
    }
}
