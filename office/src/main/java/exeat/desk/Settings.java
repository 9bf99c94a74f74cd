package exeat.desk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an office is opened.
 *
 * @param data the folder for keys and, without {@code jdbcUrl}, for the embedded PostgreSQL
 * @param jdbcUrl an outside PostgreSQL 15 or newer, such as {@code jdbc:postgresql://host/exeat}
 * @param user owns that database and may create roles
 * @param directives the folder whose packs are loaded at the start, those that are new
 */
public record Settings(
        Path data,
        Optional<String> jdbcUrl,
        Optional<String> user,
        Optional<String> password,
        Path directives) {

    /** On the embedded PostgreSQL. */
    public static Settings embedded(Path data, Path directives) {
        return new Settings(data, Optional.empty(), Optional.empty(), Optional.empty(), directives);
    }
}
