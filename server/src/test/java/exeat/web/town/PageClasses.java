package exeat.web.town;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes that answer with pages, found where they are compiled so that none is forgotten. */
public final class PageClasses {

    private PageClasses() {}

    public static List<Class<?>> all() {
        var classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes.resolve("exeat").resolve("web"))) {
            var found = new ArrayList<Class<?>>();
            for (var file : files.sorted().toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '.');
                if (name.endsWith(".class") && !name.contains("$") && !name.contains("-")) {
                    found.add(
                            Class.forName(
                                    name.replaceFirst("\\.class$", ""),
                                    false,
                                    PageClasses.class.getClassLoader()));
                }
            }
            found.removeIf(type -> !type.isAnnotationPresent(jakarta.ws.rs.Path.class));
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
