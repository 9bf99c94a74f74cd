package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final int METHOD_LINES = 70;
    private static final int PARAMETERS = 6;
    private static final int COLUMNS = 120;
    private static final int FILE_LINES = 450;

    /** Put together, so that this very file holds none of what it looks for. */
    private static final Pattern MACHINE =
            Pattern.compile(
                    "(?<![\\w.])/("
                            + String.join("|", "wo" + "rk", "ro" + "ot", "fa" + "rm")
                            + ")/"
                            + "|https?://(repo|registry|deb)[0-9a-z]*\\.");

    /** A constant whose name has a superlative; the JDK calls a bound MAX or MIN. */
    private static final Pattern BOUND =
            Pattern.compile(
                    "\\bstatic final [\\w<>\\[\\]., ]*?\\b(?:\\w+_)?(?:MOST|LEAST|LONGEST|SHORTEST)"
                            + "(?:_\\w+)?\\s*=");

    private static final Pattern TEXT =
            Pattern.compile(
                    ".*\\.(java|xml|ya?ml|md|html|css|js|sql|properties|dmn|txt|csv|jsonl|sh|config)"
                            + "|.*/(exeat|run|LICENSE|NOTICE)");

    @Test
    void methods_are_short_and_take_few_parameters() throws IOException {
        var found = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(Rooms.sources());
            var options = List.of("--release", "25");
            var task = (JavacTask) compiler.getTask(null, files, d -> {}, options, null, units);
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new Measure(unit, trees, found).scan(unit, null);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void lines_and_files_are_short() throws IOException {
        var found = new ArrayList<String>();
        for (var source : Rooms.sources()) {
            var lines = Files.readAllLines(source);
            if (lines.size() > FILE_LINES) {
                found.add(name(source) + " has " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                int columns = lines.get(i).codePointCount(0, lines.get(i).length());
                if (columns > COLUMNS) {
                    found.add(name(source) + ":" + (i + 1) + " has " + columns + " columns");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void bounds_are_called_max_and_min() throws IOException {
        assertThat(Rooms.inMain(BOUND)).isEmpty();
    }

    @Test
    void nothing_names_a_folder_of_one_machine_or_a_registry() throws IOException {
        var found = new ArrayList<String>();
        for (var file : Rooms.files()) {
            if (!TEXT.matcher(file.toString()).matches()) {
                continue;
            }
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (MACHINE.matcher(lines.get(i)).find()) {
                    found.add(name(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String name(Path file) {
        return Rooms.root().relativize(file).toString();
    }

    /** Measures the methods of one file. */
    private static final class Measure extends TreePathScanner<@Nullable Object, @Nullable Object> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> found;

        Measure(CompilationUnitTree unit, Trees trees, List<String> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public @Nullable Object visitMethod(MethodTree method, @Nullable Object nothing) {
            var positions = trees.getSourcePositions();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            if (start >= 0 && end > start) {
                var lines = unit.getLineMap();
                long first = lines.getLineNumber(start);
                long length = lines.getLineNumber(end) - first + 1;
                var place = name(Path.of(unit.getSourceFile().toUri())) + ":" + first;
                if (length > METHOD_LINES) {
                    found.add(place + " " + method.getName() + " has " + length + " lines");
                }
                int parameters = method.getParameters().size();
                if (parameters > PARAMETERS && !isOfRecord(method)) {
                    found.add(place + " " + method.getName() + " takes " + parameters);
                }
            }
            return super.visitMethod(method, nothing);
        }

        /** A record is a list of its parts, however many they are. */
        private boolean isOfRecord(MethodTree method) {
            return method.getReturnType() == null
                    && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    && type.getKind() == Tree.Kind.RECORD;
        }
    }
}
