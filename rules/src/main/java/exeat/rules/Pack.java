package exeat.rules;

import exeat.rules.document.DirectiveRef;
import exeat.rules.pack.PackFiles;
import exeat.rules.source.PackException;
import exeat.rules.source.PackProblems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a pack, the folder that holds a directive: {@code record.yaml}, {@code rules.dmn}, {@code
 * vocabulary.yaml}, {@code authorities.yaml}, {@code messages_LANGUAGE.properties} and perhaps
 * {@code directory.yaml}.
 *
 * <p>A pack is loaded completely and without errors, or not at all. A local pack extends another:
 * its record names it, and its vocabulary has the other's facts too.
 */
public final class Pack {

    private Pack() {}

    /**
     * The directive in a folder, whose name is the directive's id.
     *
     * @throws PackException with everything that is wrong with it
     */
    public static Directive read(Path folder) throws PackException {
        return read(id(folder), files(folder));
    }

    /**
     * The id of the directive in a folder: the folder's name, and for an earlier version in {@code
     * ID/versions/VERSION} the name of the pack above it.
     */
    public static String id(Path folder) {
        return PackVersions.id(folder);
    }

    /**
     * Every version of the directive in a folder: the folder's own, and those in {@code
     * versions/VERSION/} below it; the one whose days in force begin last comes first.
     *
     * @throws PackException with everything that is wrong with one of them
     */
    public static List<Directive> versions(Path folder) throws PackException {
        return PackVersions.all(folder);
    }

    /**
     * The version of the directive in a folder that is in force on a day; where several are, the
     * one that came last.
     *
     * @throws PackException with everything that is wrong with one of them
     */
    public static Optional<Directive> asOf(Path folder, LocalDate day) throws PackException {
        return PackVersions.asOf(folder, day);
    }

    /**
     * The pack's own files in a folder, by name, as they go into a store; those of a pack that it
     * extends are below {@code extends/ID/}.
     *
     * @throws PackException if the folder cannot be read or holds files that no pack has, or if
     *     what it extends is missing or comes back to it
     */
    public static Map<String, byte[]> files(Path folder) throws PackException {
        var problems = new PackProblems();
        var files = PackExtension.files(folder, problems);
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return files;
    }

    /**
     * The directive in these files, as {@link #files} gave them.
     *
     * @param id such as {@code prc-1963}
     * @throws PackException with everything that is wrong with it
     */
    public static Directive read(String id, Map<String, byte[]> files) throws PackException {
        return read(id, files, Optional.empty());
    }

    /**
     * A version that was stored under a hash: that of its canonical form, or as an earlier program
     * stored it, the one over its files. It keeps this name.
     *
     * @throws PackException with everything that is wrong with it, and if it is not what the hash
     *     names
     */
    public static Directive stored(DirectiveRef ref, Map<String, byte[]> files)
            throws PackException {
        var directive = read(ref.id(), files, Optional.of(ref.hash()));
        if (!directive.ref().equals(ref)) {
            var problems = new PackProblems();
            problems.in(ref.id()).add(0, "hash", "names another pack: " + ref.hash());
            throw problems.exception();
        }
        return directive;
    }

    static Directive read(String id, Map<String, byte[]> files, Optional<String> stored)
            throws PackException {
        var problems = new PackProblems();
        return reading(id, files, stored, problems).directive(id).orElseThrow(problems::exception);
    }

    /**
     * The pack in a folder as proofs look at it, sound or not.
     *
     * @throws PackException with everything that is wrong with it, when it cannot even be read
     */
    public static ParsedPack parse(Path folder) throws PackException {
        return parse(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()), files(folder));
    }

    /**
     * The pack in these files as proofs look at it, sound or not. Words for people may be missing.
     *
     * @throws PackException with everything that is wrong with it, when it cannot even be read
     */
    public static ParsedPack parse(String id, Map<String, byte[]> files) throws PackException {
        var problems = new PackProblems();
        return reading(id, files, Optional.empty(), problems)
                .parsed(id)
                .orElseThrow(problems::exception);
    }

    /**
     * Like {@link #parse}, for a draft, which need not be sound and is named by its files.
     *
     * @throws PackException if it cannot even be read, with everything that is wrong with it
     */
    public static ParsedPack draft(String id, Map<String, byte[]> files) throws PackException {
        var problems = new PackProblems();
        return reading(id, files, Optional.of(PackFiles.hash(files)), problems)
                .parsed(id)
                .orElseThrow(problems::exception);
    }

    private static PackLoader reading(
            String id, Map<String, byte[]> files, Optional<String> stored, PackProblems problems)
            throws PackException {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*+")) {
            problems.in(id).add(0, "id", "must be lower-case words and numbers joined by hyphens");
        }
        var extension = new PackExtension(files);
        for (var name :
                List.of(
                        PackFiles.RECORD,
                        PackFiles.RULES,
                        PackFiles.VOCABULARY,
                        PackFiles.AUTHORITIES)) {
            if (!extension.own().containsKey(name)) {
                problems.in(name).add(0, "file", "is missing");
            }
        }
        extension.own().keySet().stream()
                .filter(name -> !PackFiles.isOwn(name))
                .forEach(name -> problems.in(name).add(0, "file", "is not a file of a pack"));
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return new PackLoader(extension, PackFiles.hash(files), stored, problems);
    }
}
