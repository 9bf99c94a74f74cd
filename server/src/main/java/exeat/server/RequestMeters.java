package exeat.server;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what somebody typed out of the figures. For a failed request they give only the part of the
 * site, because its address may name a person's case or be made up, and only known methods.
 *
 * <p>Acts of protection have no figure of their own, because somebody close to the person could see
 * from it when they claimed. Everything that is done about a traveller is one figure, and so are
 * the pages for people who have not signed in.
 */
@Singleton
public final class RequestMeters {

    private static final String REQUESTS = "http.server.";
    private static final String OTHER = "other";

    private static final String ACTS = "/api/v1/applications/{id}/travellers/";
    private static final String ACT = ACTS + "{no}";
    private static final String CLAIMS = "/api/v1/protection-claims";

    private static final String PAGES = "/sign-in";
    private static final Set<String> NOT_SIGNED_IN = Set.of(PAGES, "/protection", "/new-secret");

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

    /** The figure without an address or a method that the sender chose. */
    static Meter.Id plain(Meter.Id id) {
        var status = id.getTag("status");
        boolean failed = status == null || status.compareTo("400") >= 0;
        var together = failed ? Optional.<String>empty() : together(id.getTag("uri"));
        if (together.isPresent()) {
            return id.replaceTags(alike(id, together.get()));
        }
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

    /** The figure in which requests to an address are counted with others; empty for its own. */
    private static Optional<String> together(@Nullable String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        if (uri.startsWith(ACTS) || uri.startsWith(CLAIMS)) {
            return Optional.of(ACT);
        }
        return NOT_SIGNED_IN.stream()
                .filter(page -> uri.equals(page) || uri.startsWith(page + "/"))
                .findFirst()
                .map(_ -> PAGES);
    }

    /** Tags that tell no more than that one of several requests was answered. */
    private static List<Tag> alike(Meter.Id id, String uri) {
        var tags = new ArrayList<Tag>();
        for (var tag : id.getTags()) {
            tags.add(
                    switch (tag.getKey()) {
                        case "uri" -> Tag.of("uri", uri);
                        case "method" ->
                                Tag.of("method", uri.equals(ACT) ? "POST" : tag.getValue());
                        case "status" -> Tag.of("status", "200");
                        case "outcome" -> Tag.of("outcome", "SUCCESS");
                        default -> tag;
                    });
        }
        return tags;
    }

    private static String part(String uri) {
        var first = uri.split("[/?;#]", 3);
        return first.length > 1 && PARTS.contains(first[1]) ? "/" + first[1] : OTHER;
    }
}
