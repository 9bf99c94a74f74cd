package exeat.tool.log;

import exeat.ledger.verify.LogFiles;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A log at its address. Each file is requested only once, so that one check sees one state of the
 * log.
 */
final class HttpLogFiles implements LogFiles {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int FOUND = 200;
    private static final int NONE = 404;

    private final String address;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final Map<String, byte[]> checkpoint = new HashMap<>();

    HttpLogFiles(String address) {
        this.address = address.endsWith("/") ? address : address + "/";
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (checkpoint.containsKey(path)) {
            return Optional.ofNullable(checkpoint.get(path));
        }
        var found = get(path);
        if (path.equals("checkpoint")) {
            found.ifPresent(bytes -> checkpoint.put(path, bytes));
        }
        return found;
    }

    private Optional<byte[]> get(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case FOUND -> Optional.of(answer.body());
                case NONE -> Optional.empty();
                default -> throw new UsageError(address + path + " answers " + answer.statusCode());
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (IOException away) {
            throw new UsageError(address + " cannot be reached", away);
        } catch (IllegalArgumentException bad) {
            throw new UsageError("--url: this is not an address: " + address, bad);
        }
    }
}
