package exeat.tool.cli;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds the pack that a name on the command line means. */
public final class PackLocator {

    private PackLocator() {}

    /** The folder where Exeat's own packs lie. */
    public static Path folder() {
        return Path.of(System.getProperty("exeat.root", ".")).resolve("directives");
    }

    /** Local packs are below the pack that they extend, and no deeper. */
    private static final int MAX_DEPTH = 6;

    /**
     * The folder of a pack, given as a path or as the name of one under {@code directives/}, at
     * whatever depth.
     */
    public static Path find(String pack) {
        return find(pack, folder());
    }

    /** Finds a pack below another folder. */
    public static Path find(String pack, Path folder) {
        return folderOf(pack, folder)
                .orElseThrow(() ->
                        new UsageError(
                                "no pack '"
                                        + pack
                                        + "': neither a folder nor one of "
                                        + String.join(", ", ids(folder))));
    }

    /** Finds a pack's folder; empty if there is none. */
    public static Optional<Path> folderOf(String pack, Path folder) {
        if (Files.isDirectory(Path.of(pack))) {
            return Optional.of(Path.of(pack));
        }
        if (pack.matches("[a-z0-9]+(-[a-z0-9]+)*+")) {
            var own = folder.resolve(pack);
            return Files.isDirectory(own) ? Optional.of(own) : below(pack, folder);
        }
        return Optional.empty();
    }

    private static Optional<Path> below(String pack, Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var records =
                Files.find(
                        folder, MAX_DEPTH, (file, about) -> file.endsWith(pack + "/record.yaml"))) {
            return records.sorted().findFirst().map(Path::getParent);
        } catch (IOException e) {
            throw new UsageError("cannot search the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The version that was in force on a day. */
    public static Directive asOf(String pack, LocalDate day) {
        try {
            return Pack.asOf(find(pack), day)
                    .orElseThrow(() ->
                            new UsageError("no version of " + pack + " is in force on " + day));
        } catch (PackException e) {
            throw new UsageError(e);
        }
    }

    public static Directive read(String pack) {
        return read(pack, folder());
    }

    public static Directive read(String pack, Path folder) {
        try {
            return Pack.read(find(pack, folder));
        } catch (PackException e) {
            throw new UsageError(e);
        }
    }

    public static List<String> ids(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve("rules.dmn")))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageError("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
