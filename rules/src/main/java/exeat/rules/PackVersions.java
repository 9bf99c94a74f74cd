package exeat.rules;

import exeat.rules.pack.PackFiles;
import exeat.rules.source.PackException;
import exeat.rules.source.PackProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a directive that lie in one place: the newest is the pack's folder itself, and
 * each earlier one is a whole pack in {@code versions/VERSION/} below it.
 */
final class PackVersions {

    private static final String VERSIONS = "versions";

    private PackVersions() {}

    /** The directive's id: the folder's name, or for an earlier version that of the pack above. */
    static String id(Path folder) {
        var whole = folder.toAbsolutePath().normalize();
        var above = whole.getParent();
        var pack =
                above != null && above.endsWith(VERSIONS) && above.getParent() != null
                        ? above.getParent()
                        : whole;
        return String.valueOf(pack.getFileName());
    }

    /** Every version, the newest first. */
    static List<Directive> all(Path folder) throws PackException {
        var versions = new ArrayList<Directive>();
        versions.add(Pack.read(folder));
        for (var earlier : folders(folder.resolve(VERSIONS))) {
            var directive = Pack.read(earlier);
            var name = String.valueOf(earlier.getFileName());
            if (!directive.ref().version().equals(name)) {
                var problems = new PackProblems();
                problems.in(VERSIONS + "/" + name + "/" + PackFiles.RECORD)
                        .add(0, "version", "must be the name of its folder, " + name);
                throw problems.exception();
            }
            versions.add(directive);
        }
        versions.sort(Comparator.comparing(PackVersions::from).reversed());
        return versions;
    }

    private static LocalDate from(Directive directive) {
        return directive.inForce().from().orElse(LocalDate.MIN);
    }

    private static List<Path> folders(Path versions) throws PackException {
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (var entries = Files.list(versions)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            var problems = new PackProblems();
            problems.in(VERSIONS).add(0, "folder", "is not a folder that can be read");
            throw problems.exception();
        }
    }

    /** The version that is in force on a day; where several are, the one that came last. */
    static Optional<Directive> asOf(Path folder, LocalDate day) throws PackException {
        return all(folder).stream().filter(version -> version.inForce().on(day)).findFirst();
    }
}
