package exeat.fuzz;

import exeat.desk.intake.CsvTarget;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Every target, by the name of its corpus. */
public enum Targets {
    NOTE,
    FEEL,
    FILE,
    PACK,
    CSV;

    /** The target, with its files and keys in a folder that nobody else uses. */
    public Target open() throws IOException, PackException {
        return switch (this) {
            case NOTE -> new NoteTarget();
            case FEEL -> new FeelTarget();
            case FILE -> new FileTarget();
            case PACK -> new PackTarget();
            case CSV -> new CsvTarget(Files.createTempDirectory("exeat-fuzz"));
        };
    }

    /**
     * All inputs that a search may begin with: the good ones, and those that once found a fault.
     */
    public static List<byte[]> inputs(Target target, List<byte[]> corpus) throws Exception {
        var all = new java.util.ArrayList<>(target.seeds());
        all.addAll(corpus);
        return List.copyOf(all);
    }
}
