package exeat.desk.witness;

import exeat.ledger.verify.VerifierKey;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A witness whose signatures count.
 *
 * @param address where it is asked, without a slash at the end; empty if what it signs is brought
 *     by hand
 */
public record KnownWitness(VerifierKey key, Optional<String> address) {

    /** In the data folder: a line for each witness, its published key and its address. */
    public static final String FILE = "witnesses";

    public String name() {
        return key.name();
    }

    /**
     * Everybody in the file {@code witnesses} of a data folder.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} when a line is not one of a witness
     */
    public static List<KnownWitness> in(Path data) {
        try {
            return Files.readAllLines(data.resolve(FILE)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line ->
                            of(line).orElseThrow(() -> bad("not a witness's key: " + line, null)))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw bad("the file of witnesses cannot be read", broken);
        }
    }

    /** Reads a line: a witness's published key and perhaps an address; empty for none. */
    public static Optional<KnownWitness> of(String line) {
        var parts = line.strip().split("\\s+", -1);
        var address = parts.length == 2 ? address(parts[1]) : Optional.<String>empty();
        if (parts.length > 2 || (parts.length == 2 && address.isEmpty())) {
            return Optional.empty();
        }
        return VerifierKey.parse(parts[0])
                .filter(VerifierKey::isWitness)
                .map(key -> new KnownWitness(key, address));
    }

    private static Optional<String> address(String text) {
        try {
            var uri = URI.create(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null
                    ? Optional.of(text.replaceFirst("/+$", ""))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static OfficeException bad(
            String why, @org.jspecify.annotations.Nullable Exception cause) {
        return cause == null
                ? new OfficeException(Code.BAD_INPUT, why)
                : new OfficeException(Code.BAD_INPUT, why, cause);
    }
}
