package exeat.server;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Set;

/**
 * Keeps what somebody typed out of the figures: of a request that failed they say in which part of
 * the site, since its address may name a person's case or be made up, and no method but the known.
 */
@Singleton
public final class RequestMeters {

    private static final String REQUESTS = "http.server.";
    private static final String OTHER = "other";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Set<String> PARTS =
            Set.of(
                    "api",
                    "apply",
                    "audit",
                    "border",
                    "directive",
                    "ledger",
                    "officer",
                    "sign-in",
                    "track");

    @Produces
    @Singleton
    MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(REQUESTS) ? plain(id) : id;
            }
        };
    }

    /** The same figure without an address or a method that the sender chose. */
    static Meter.Id plain(Meter.Id id) {
        var status = id.getTag("status");
        boolean failed = status == null || status.compareTo("400") >= 0;
        var tags = new ArrayList<Tag>();
        for (var tag : id.getTags()) {
            tags.add(
                    switch (tag.getKey()) {
                        case "uri" -> failed ? Tag.of("uri", part(tag.getValue())) : tag;
                        case "method" ->
                                METHODS.contains(tag.getValue()) ? tag : Tag.of("method", OTHER);
                        default -> tag;
                    });
        }
        return id.replaceTags(tags);
    }

    private static String part(String uri) {
        var first = uri.split("[/?;#]", 3);
        return first.length > 1 && PARTS.contains(first[1]) ? "/" + first[1] : OTHER;
    }
}
