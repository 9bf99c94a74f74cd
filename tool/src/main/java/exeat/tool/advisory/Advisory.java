package exeat.tool.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * One published advisory.
 *
 * @param aliases its other names, such as a CVE's
 * @param affected the packages that it is about
 */
record Advisory(
        String id,
        List<String> aliases,
        Instant modified,
        boolean withdrawn,
        String summary,
        String severity,
        List<Affected> affected) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{2,99}");

    /** One package that an advisory is about, and in which versions. */
    record Affected(String ecosystem, String name, List<String> versions, List<Range> ranges) {}

    /** What happened to a package, oldest first. */
    record Range(List<Event> events) {}

    /** A version from which on something is so. */
    record Event(Kind kind, String version) {
        enum Kind {
            INTRODUCED,
            FIXED,
            LAST_AFFECTED
        }
    }

    /** What an advisory says about a version. */
    enum Verdict {
        NO,
        YES,
        /** It names the package, but no versions that could be compared. */
        UNKNOWN
    }

    /**
     * Reads one.
     *
     * @return empty if it is no advisory
     */
    static Optional<Advisory> of(JsonNode json) {
        var id = json.path("id").asText();
        if (!ID.matcher(id).matches() || !json.path("affected").isArray()) {
            return Optional.empty();
        }
        var affected = new ArrayList<Affected>();
        for (var one : json.path("affected")) {
            var of = one.path("package");
            affected.add(
                    new Affected(
                            of.path("ecosystem").asText(),
                            of.path("name").asText(),
                            texts(one.path("versions")),
                            ranges(one.path("ranges"))));
        }
        try {
            return Optional.of(
                    new Advisory(
                            id,
                            texts(json.path("aliases")).stream()
                                    .filter(alias -> ID.matcher(alias).matches())
                                    .toList(),
                            Instant.parse(json.path("modified").asText()),
                            json.hasNonNull("withdrawn"),
                            Text.plain(json.path("summary").asText(json.path("details").asText())),
                            severity(json),
                            List.copyOf(affected)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static String severity(JsonNode json) {
        var word = json.path("database_specific").path("severity").asText();
        var score = json.path("severity").path(0).path("score").asText();
        return Text.plain(word.isEmpty() ? score : word);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    /** Ranges of commits, and those that begin nowhere, say nothing about versions. */
    private static List<Range> ranges(JsonNode array) {
        var ranges = new ArrayList<Range>();
        for (var range : array) {
            if (range.path("type").asText().equals("GIT")) {
                continue;
            }
            var events = new ArrayList<Event>();
            for (var event : range.path("events")) {
                add(events, Event.Kind.INTRODUCED, event.path("introduced"));
                add(events, Event.Kind.FIXED, event.path("fixed"));
                add(events, Event.Kind.LAST_AFFECTED, event.path("last_affected"));
            }
            if (events.stream().anyMatch(event -> event.kind() == Event.Kind.INTRODUCED)) {
                ranges.add(new Range(List.copyOf(events)));
            }
        }
        return List.copyOf(ranges);
    }

    private static void add(List<Event> events, Event.Kind kind, JsonNode version) {
        if (version.isTextual()) {
            events.add(new Event(kind, version.asText()));
        }
    }

    /** Whether it is about this component in its version. */
    Verdict about(Component component) {
        var verdict = Verdict.NO;
        if (withdrawn) {
            return verdict;
        }
        for (var one : affected) {
            if (!component.is(one.ecosystem(), one.name())) {
                continue;
            }
            if (one.versions().isEmpty() && one.ranges().isEmpty()) {
                verdict = Verdict.UNKNOWN;
            } else if (one.versions().contains(component.version())
                    || one.ranges().stream().anyMatch(r -> isIn(r, component.version()))) {
                return Verdict.YES;
            }
        }
        return verdict;
    }

    /**
     * The algorithm of OSV's schema, section "Evaluation": what was introduced lasts until it is
     * fixed, and what is last affected is so itself.
     */
    private static boolean isIn(Range range, String version) {
        var asked = new ComparableVersion(version);
        boolean in = false;
        var sorted = range.events().stream().sorted(Advisory::inOrder).toList();
        for (var event : sorted) {
            int after = asked.compareTo(new ComparableVersion(event.version()));
            switch (event.kind()) {
                case INTRODUCED -> in |= event.version().equals("0") || after >= 0;
                case FIXED -> in &= after < 0;
                case LAST_AFFECTED -> in &= after <= 0;
            }
        }
        return in;
    }

    private static int inOrder(Event one, Event other) {
        if (one.version().equals("0") != other.version().equals("0")) {
            return one.version().equals("0") ? -1 : 1;
        }
        int byVersion =
                new ComparableVersion(one.version())
                        .compareTo(new ComparableVersion(other.version()));
        return byVersion != 0 ? byVersion : one.kind().compareTo(other.kind());
    }

    /** The versions in which it is mended for a component, as it says itself; may be empty. */
    List<String> fixes(Component component) {
        return affected.stream()
                .filter(one -> component.is(one.ecosystem(), one.name()))
                .flatMap(one -> one.ranges().stream())
                .flatMap(range -> range.events().stream())
                .filter(event -> event.kind() == Event.Kind.FIXED)
                .map(event -> Text.plain(event.version()))
                .filter(fix ->
                        new ComparableVersion(fix)
                                        .compareTo(new ComparableVersion(component.version()))
                                > 0)
                .distinct()
                .toList();
    }
}
