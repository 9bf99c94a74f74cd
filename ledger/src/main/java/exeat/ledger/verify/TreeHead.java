package exeat.ledger.verify;

import exeat.ledger.verify.VerifierKey.WrongSignature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The head of a log, as stated by a checkpoint.
 *
 * @param root in hexadecimal digits
 */
public record TreeHead(String origin, long size, String root) {

    /**
     * The head that this note states, signed with this key.
     *
     * @throws Unproven with the error, as part of a sentence
     */
    public static TreeHead of(String note, VerifierKey key) throws Unproven {
        var signed =
                SignedNote.parse(note)
                        .orElseThrow(() -> new Unproven("is not a signed" + " checkpoint"));
        try {
            if (key.signatureOn(signed).isEmpty()) {
                throw new Unproven("is not signed by " + key.name());
            }
        } catch (WrongSignature forged) {
            throw new Unproven("is forged or damaged: " + forged.getMessage(), forged);
        }
        var head =
                of(signed)
                        .orElseThrow(() ->
                                new Unproven("does not state the size and root" + " of a log"));
        if (!head.origin.equals(key.name())) {
            throw new Unproven("is from another log: " + head.origin);
        }
        return head;
    }

    /** The head that a note states, regardless of who signed it. */
    public static Optional<TreeHead> of(SignedNote note) {
        var lines = note.text().split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            var root = Base64.getDecoder().decode(lines[2]);
            return lines[0].isEmpty() || root.length != MerkleHash.LENGTH
                    ? Optional.empty()
                    : Optional.of(
                            new TreeHead(
                                    lines[0],
                                    Long.parseLong(lines[1]),
                                    HexFormat.of().formatHex(root)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    byte[] rootBytes() {
        return HexFormat.of().parseHex(root);
    }

    /** A checkpoint that proves nothing. */
    public static final class Unproven extends Exception {

        private static final long serialVersionUID = 1L;

        Unproven(String why) {
            super(why);
        }

        Unproven(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
