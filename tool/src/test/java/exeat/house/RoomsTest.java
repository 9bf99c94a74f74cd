package exeat.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A room is a package: small enough to be held in the head, and said what it is for. */
class RoomsTest {

    private static final int FILES = 30;

    /** The modules that others may use by themselves: what they export is in their descriptor. */
    private static final List<String> NAMED =
            List.of("rules", "casework", "ledger", "papers", "identity");

    /** A sentence ends with a full stop before a space, a tag or the end of the comment. */
    private static final Pattern SENTENCE = Pattern.compile("[.?!](?=\\s|<|$)");

    private static final int SENTENCES = 3;

    /** Where a source is cited below the sentences. */
    private static final Pattern CITATION = Pattern.compile("@see[\\s\\S]*$");

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    /** Where a program begins: see the table of words. */
    private static final Set<String> SHARED = Set.of("Main");

    @Test
    void no_room_holds_more_than_thirty_files() throws IOException {
        var crowded = new ArrayList<String>();
        for (var kind : List.of("main", "test")) {
            for (var room : rooms(kind).entrySet()) {
                if (room.getValue().size() > FILES) {
                    crowded.add(room.getKey() + " holds " + room.getValue().size() + " files");
                }
            }
        }
        assertThat(crowded).isEmpty();
    }

    @Test
    void every_package_says_in_three_sentences_what_it_is_for() throws IOException {
        var silent = new ArrayList<String>();
        for (var room : rooms("main").entrySet()) {
            var info =
                    room.getValue().stream()
                            .filter(file -> file.endsWith("package-info.java"))
                            .findFirst();
            if (info.isEmpty()) {
                silent.add(room.getKey() + " has no package-info.java");
                continue;
            }
            var comment = COMMENT.matcher(Files.readString(info.get()));
            long sentences = comment.find() ? sentences(comment.group(1)) : 0;
            if (sentences != SENTENCES) {
                silent.add(room.getKey() + " says " + sentences + " sentences of itself");
            }
        }
        assertThat(silent).isEmpty();
    }

    /** On the class path nobody is stopped from using what a module keeps to itself. */
    @Test
    void no_code_uses_packages_that_a_module_does_not_export() throws IOException {
        var modules = new HashMap<String, String>();
        var closed = new HashMap<String, String>();
        for (var module : NAMED) {
            var classes = Rooms.root().resolve(module).resolve("target/classes");
            var exported = exported(classes.resolve("module-info.class"));
            for (var name : names(classes)) {
                modules.put(name, module);
                if (!exported.contains(packageOf(name))) {
                    closed.put(name, module);
                }
            }
        }
        var used = new TreeSet<String>();
        for (var user : Rooms.classes()) {
            var own = modules.getOrDefault(user.getName(), "");
            user.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
                    .filter(target -> !own.equals(closed.getOrDefault(target, own)))
                    .forEach(target -> used.add(user.getName() + " uses " + target));
        }
        assertThat(used).isEmpty();
    }

    @Test
    void a_name_means_one_thing() {
        var byName =
                Rooms.classes().stream()
                        .filter(type -> type.isTopLevelClass())
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !type.getSimpleName().equals("module-info"))
                        .collect(
                                groupingBy(
                                        JavaClass::getSimpleName,
                                        TreeMap::new,
                                        mapping(JavaClass::getName, toCollection(TreeSet::new))));
        byName.keySet().removeAll(SHARED);
        byName.values().removeIf(types -> types.size() == 1);
        assertThat(byName).isEmpty();
    }

    private static long sentences(String comment) {
        return SENTENCE.matcher(CITATION.matcher(comment).replaceAll("")).results().count();
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The classes in a folder, named as Java names them. */
    private static Set<String> names(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .collect(toSet());
        }
    }

    private static Set<String> exported(Path descriptor) throws IOException {
        try (InputStream bytes = Files.newInputStream(descriptor)) {
            var packages = new TreeSet<String>();
            ModuleDescriptor.read(bytes).exports().forEach(export -> packages.add(export.source()));
            return packages;
        }
    }

    /** The files of each package, by its folder. */
    private static Map<String, List<Path>> rooms(String kind) throws IOException {
        var rooms = new TreeMap<String, List<Path>>();
        var within = Path.of("src", kind, "java").toString();
        for (var source : Rooms.sources()) {
            var folder = Rooms.root().relativize(source.getParent()).toString();
            if (folder.contains(within + "/exeat")) {
                rooms.computeIfAbsent(folder, _ -> new ArrayList<>()).add(source);
            }
        }
        rooms.values().forEach(files -> files.sort(Comparator.naturalOrder()));
        assertThat(rooms).isNotEmpty();
        return rooms;
    }
}
