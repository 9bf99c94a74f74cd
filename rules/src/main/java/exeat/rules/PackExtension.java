package exeat.rules;

import exeat.rules.document.DirectiveRef;
import exeat.rules.pack.PackFiles;
import exeat.rules.pack.PackRecord;
import exeat.rules.pack.PackRecord.Extended;
import exeat.rules.pack.PackRecord.Pin;
import exeat.rules.pack.RecordReader;
import exeat.rules.source.PackException;
import exeat.rules.source.PackProblems;
import exeat.rules.source.ProblemCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a local pack extends.
 *
 * <p>In folders, {@code extends} in its record names the other pack by id, version and hash: it is
 * the pack so named, or an earlier version of it, that has the hash, wherever beside or above the
 * folder it lies. While a pack is being written, a path from its own folder such as {@code ../..}
 * will do, or an id alone: then the nearest pack of that id is meant. Among files, the other pack's
 * whole file map lies below {@code extends/ID/}, and so on up, so that a stored pack never depends
 * on what lies elsewhere.
 */
final class PackExtension {

    private static final String BELOW = "extends/";
    private static final Pattern NAME = Pattern.compile("extends/([a-z0-9-]+)/(.+)");
    private static final int MAX_LEVELS = 8;

    private final TreeMap<String, byte[]> own = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, byte[]>> extended = new TreeMap<>();

    /**
     * @param files of a pack, and of what it extends
     */
    PackExtension(Map<String, byte[]> files) {
        files.forEach((name, bytes) -> {
            var below = NAME.matcher(name);
            if (below.matches() && levels(name) <= MAX_LEVELS) {
                extended.computeIfAbsent(below.group(1), id -> new TreeMap<>())
                        .put(below.group(2), bytes);
            } else {
                own.put(name, bytes);
            }
        });
    }

    private static int levels(String name) {
        return name.split(BELOW, -1).length - 1;
    }

    /** The pack's own files, and whatever is neither its nor another pack's. */
    Map<String, byte[]> own() {
        return own;
    }

    /** The pack's files in a folder, and below them those of the packs that it extends. */
    static Map<String, byte[]> files(Path folder, PackProblems problems) {
        return files(folder.toAbsolutePath().normalize(), List.of(), problems);
    }

    private static Map<String, byte[]> files(Path folder, List<Path> below, PackProblems problems) {
        var files = new TreeMap<>(PackFiles.read(folder, problems));
        var extended =
                Optional.ofNullable(files.get(PackFiles.RECORD)).flatMap(RecordReader::extended);
        if (extended.isEmpty()) {
            return files;
        }
        var chain = new ArrayList<>(below);
        chain.add(folder);
        var inRecord = problems.in(PackFiles.RECORD);
        if (extended.get().pin().filter(pin -> !pin.isWellFormed()).isPresent()) {
            report(
                    inRecord,
                    extended.get(),
                    "needs the SHA-256 hash: 64 lower-case hexadecimal digits");
            return files;
        }
        var parent = find(folder, extended.get(), chain);
        if (parent.isEmpty()) {
            report(inRecord, extended.get(), missing(folder, extended.get(), chain));
        } else if (chain.contains(parent.get())) {
            report(
                    inRecord,
                    extended.get(),
                    "leads back to this pack; a pack cannot extend" + " itself");
        } else if (chain.size() >= MAX_LEVELS) {
            report(
                    inRecord,
                    extended.get(),
                    "is too far above this pack: more than " + MAX_LEVELS + " levels");
        } else {
            var prefix = prefix(Pack.id(parent.get()));
            var inParent = new PackProblems();
            files(parent.get(), chain, inParent)
                    .forEach((name, bytes) -> files.put(prefix + name, bytes));
            problems.addAll(prefix, inParent);
        }
        return files;
    }

    private static String prefix(String id) {
        return BELOW + id + "/";
    }

    private static void report(ProblemCollector inRecord, Extended extended, String what) {
        inRecord.add(extended.line(), "extends", extended.written() + " " + what);
    }

    private static Optional<Path> find(Path folder, Extended extended, List<Path> chain) {
        if (!extended.isId()) {
            return Optional.of(folder.resolve(extended.written()).normalize())
                    .filter(PackExtension::isPack);
        }
        var named = named(folder, extended.written());
        if (extended.pin().isPresent()) {
            return named.stream()
                    .flatMap(pack -> versions(pack, extended.pin().get()))
                    .filter(pack -> !chain.contains(pack))
                    .filter(pack -> isNamed(pack, extended.pin().get(), chain))
                    .findFirst();
        }
        // Then only the pack itself can be meant.
        return named.stream()
                .findFirst()
                .or(() -> Optional.of(folder).filter(own -> own.endsWith(extended.written())));
    }

    /** The packs of an id that lie beside a folder or above it, the nearest first. */
    private static List<Path> named(Path folder, String id) {
        var named = new ArrayList<Path>();
        for (var up = folder.getParent(); up != null; up = up.getParent()) {
            var beside = up.resolve(id);
            if (isPack(beside) && !beside.equals(folder)) {
                named.add(beside);
            }
            if (isPack(up) && up.endsWith(id)) {
                named.add(up);
            }
        }
        return named;
    }

    /** A pack, and below it the version that is meant where it is an earlier one. */
    private static Stream<Path> versions(Path pack, Pin pin) {
        var earlier = pack.resolve("versions").resolve(pin.version()).normalize();
        return Stream.of(pack, earlier)
                .filter(PackExtension::isPack)
                .filter(one -> Pack.id(one).equals(Pack.id(pack)));
    }

    /** Whether a pin names what is in a folder: by its form, or as once by its files. */
    private static boolean isNamed(Path pack, Pin pin, List<Path> chain) {
        var files = files(pack, chain, new PackProblems());
        return pin.hash().equals(PackFiles.hash(files))
                || ref(pack, files).filter(ref -> ref.hash().equals(pin.hash())).isPresent();
    }

    /** The name of a pack that is sound. */
    private static Optional<DirectiveRef> ref(Path pack, Map<String, byte[]> files) {
        try {
            return Optional.of(Pack.read(Pack.id(pack), files).ref());
        } catch (PackException unsound) {
            return Optional.empty();
        }
    }

    private static String missing(Path folder, Extended extended, List<Path> chain) {
        var nearest = extended.isId() ? named(folder, extended.written()) : List.<Path>of();
        return extended.pin()
                .filter(_ -> !nearest.isEmpty())
                .map(pin -> "is here, but not with this hash; " + here(nearest, chain))
                .orElse("is not a pack beside this one or in a folder above it");
    }

    /** What to write to extend the one that is there. */
    private static String here(List<Path> nearest, List<Path> chain) {
        var pack = nearest.getFirst();
        return ref(pack, files(pack, chain, new PackProblems()))
                .map(PackExtension::of)
                .orElse("the one that is has faults");
    }

    private static String of(DirectiveRef there) {
        return "to name the one that is here, write: " + PackRecord.naming(there);
    }

    private static boolean isPack(Path folder) {
        return Files.isRegularFile(folder.resolve(PackFiles.RECORD));
    }

    /**
     * The directive that the pack extends; empty where it extends none, and where that one cannot
     * be read, with the problems reported.
     *
     * @param id of the pack itself
     */
    Optional<Directive> parent(String id, Optional<Extended> named, PackProblems problems) {
        if (named.isEmpty() || extended.size() > 1) {
            extended.keySet()
                    .forEach(other ->
                            problems.in(prefix(other)).add(0, "folder", "is not what is extended"));
            return Optional.empty();
        }
        var inRecord = problems.in(PackFiles.RECORD);
        var found = extended.firstEntry();
        boolean another = named.get().isId() && !extended.containsKey(named.get().written());
        if (found == null || another) {
            report(inRecord, named.get(), "is not among these packs");
            return Optional.empty();
        }
        try {
            var parent =
                    Pack.read(found.getKey(), found.getValue(), named.get().pin().map(Pin::hash));
            if (!named.get().means(parent.ref())) {
                report(inRecord, named.get(), "is here in another version; " + of(parent.ref()));
            }
            if (lineage(parent).contains(id)) {
                report(
                        inRecord,
                        named.get(),
                        "has the id of this pack, or extends a pack that" + " has");
            }
            return Optional.of(parent);
        } catch (PackException bad) {
            bad.problems()
                    .forEach(problem ->
                            problems.in(prefix(found.getKey()) + problem.file())
                                    .add(problem.line(), problem.field(), problem.message()));
            return Optional.empty();
        }
    }

    private static List<String> lineage(Directive directive) {
        var ids = new ArrayList<String>();
        for (var up = Optional.of(directive); up.isPresent(); up = up.get().parent()) {
            ids.add(up.get().ref().id());
        }
        return ids;
    }
}
