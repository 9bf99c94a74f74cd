package exeat.tool.log;

import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.VerifierKey;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a witness remembers of a log, asked of the witness itself. */
final class WitnessMemory {

    private final VerifierKey key;
    private final String address;

    WitnessMemory(WitnessAddress witness) {
        this.key = witness.key();
        this.address = witness.url();
    }

    /**
     * The checkpoint that it signed last of a log.
     *
     * @throws UsageError when it has signed none, or what it answers bears no signature of its own
     */
    String seen(String origin) throws IOException {
        var path = "checkpoint?origin=" + URLEncoder.encode(origin, StandardCharsets.UTF_8);
        var note =
                new HttpLogFiles(address)
                        .read(path)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElseThrow(() ->
                                new UsageError(
                                        key.name() + " has signed no checkpoint of this log"));
        try {
            var signed = SignedNote.parse(note);
            if (signed.isPresent() && key.signatureOn(signed.get()).isPresent()) {
                return note;
            }
        } catch (VerifierKey.WrongSignature forged) {
            throw new UsageError(address + ": " + forged.getMessage(), forged);
        }
        throw new UsageError(address + " does not answer with a signature of " + key.name());
    }
}
