package exeat.ledger.witness;

import exeat.ledger.Hash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a signature on a head, as the body of tlog-witness's add-checkpoint.
 *
 * @param old the size of the head that was signed last; 0 for none
 * @param proof 32 bytes each: that the tree begins with the one of that size; empty from 0
 * @param note the checkpoint, with the signatures that it has
 */
public record HeadRequest(long old, List<byte[]> proof, String note) {

    private static final String OLD = "old ";
    private static final int MAX_PROOF = 63;
    private static final int MAX_LENGTH = 20_000;

    public HeadRequest {
        proof = List.copyOf(proof);
    }

    /** A request with a proof as a tree makes it. */
    public static HeadRequest of(long old, List<Hash> proof, String note) {
        return new HeadRequest(old, proof.stream().map(Hash::bytes).toList(), note);
    }

    /** The body. */
    public String text() {
        var text = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** Reads a body; empty when it is none. */
    public static Optional<HeadRequest> parse(String body) {
        int blank = body.indexOf("\n\n");
        if (body.length() > MAX_LENGTH || blank < 0 || !body.startsWith(OLD)) {
            return Optional.empty();
        }
        var lines = body.substring(0, blank).split("\n", -1);
        var size = lines[0].substring(OLD.length());
        if (lines.length - 1 > MAX_PROOF || !size.matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        var proof = new ArrayList<byte[]>();
        try {
            for (var line : List.of(lines).subList(1, lines.length)) {
                var hash = Base64.getDecoder().decode(line);
                if (hash.length != Hash.LENGTH) {
                    return Optional.empty();
                }
                proof.add(hash);
            }
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return Optional.of(new HeadRequest(Long.parseLong(size), proof, body.substring(blank + 2)));
    }
}
