package exeat.crash;

import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.LogFiles;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who watches the public log from outside and keeps every checkpoint that is ever served:
 * in the end the log must begin with what each of them says, and none may say less than one before.
 */
final class Heads implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI log;

    /** Guarded by itself; in the order in which they were served. */
    private final List<String> kept = new ArrayList<>();

    Heads(URI site) {
        this.log = site.resolve("/ledger/");
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                Thread.sleep(PAUSE);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void look() throws InterruptedException {
        try {
            var served = read("checkpoint").map(Heads::text);
            synchronized (kept) {
                if (served.isPresent()
                        && (kept.isEmpty() || !kept.getLast().equals(served.get()))) {
                    kept.add(served.get());
                }
            }
        } catch (IOException away) {
            // The site was killed: there is nothing to see just now.
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Optional<byte[]> read(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(log.resolve(path)).timeout(PATIENCE).build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 500) {
            throw new IOException("answered " + answer.statusCode());
        }
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    List<String> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    /** What does not fit, a line each: everything is read as it is served, and hashed again. */
    List<String> check() throws IOException, InterruptedException {
        var key =
                read("key")
                        .map(Heads::text)
                        .map(String::strip)
                        .flatMap(VerifierKey::parse)
                        .orElseThrow();
        var heads = kept();
        var wrong = new ArrayList<String>();
        long before = 0;
        for (var note : heads) {
            try {
                long size = TreeHead.of(note, key).size();
                if (size < before) {
                    wrong.add(
                            "a head over %d was served after one over %d".formatted(size, before));
                }
                before = size;
            } catch (TreeHead.Unproven unproven) {
                wrong.add("a head that was served " + unproven.getMessage());
            }
        }
        LogFiles files =
                path -> {
                    try {
                        return read(path);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                        throw new IOException("interrupted", stopped);
                    }
                };
        wrong.addAll(LogCheck.check(key, files, heads).wrong());
        return wrong;
    }
}
