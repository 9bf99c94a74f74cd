package exeat.desk;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.PasswordCost;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an office is opened.
 *
 * @param data the folder for keys and, without {@code jdbcUrl}, for the embedded PostgreSQL
 * @param jdbcUrl an outside PostgreSQL 15 or newer, such as {@code jdbc:postgresql://host/exeat}
 * @param user owns that database and may create roles
 * @param directives the folder whose new packs are loaded at the start
 * @param config everything else
 * @param passwordCost the cost of hashing a password; a settings file cannot lower it
 */
public record OfficeSettings(
        Path data,
        Optional<String> jdbcUrl,
        Optional<String> user,
        Optional<String> password,
        Path directives,
        Config config,
        PasswordCost passwordCost) {

    public OfficeSettings(
            Path data,
            Optional<String> jdbcUrl,
            Optional<String> user,
            Optional<String> password,
            Path directives) {
        this(data, jdbcUrl, user, password, directives, Config.plain(data), PasswordCost.FULL);
    }

    /** On the embedded PostgreSQL. */
    public static OfficeSettings embedded(Path data, Path directives) {
        return new OfficeSettings(
                data, Optional.empty(), Optional.empty(), Optional.empty(), directives);
    }

    /**
     * From a configuration.
     *
     * @param environment where user and password are read that no setting gives
     */
    public static OfficeSettings of(Config config, Map<String, String> environment) {
        return new OfficeSettings(
                config.path(Settings.DATA),
                config.given(Settings.DATABASE_URL),
                config.given(Settings.DATABASE_USER)
                        .or(() -> Optional.ofNullable(environment.get("EXEAT_JDBC_USER"))),
                config.secret(Settings.DATABASE_PASSWORD)
                        .or(() -> Optional.ofNullable(environment.get("EXEAT_JDBC_PASSWORD"))),
                config.path(Settings.DIRECTIVES),
                config,
                PasswordCost.FULL);
    }

    /**
     * These settings with another password cost. An office with officers of its own does not open
     * with less than {@link PasswordCost#FULL}.
     */
    public OfficeSettings with(PasswordCost cost) {
        return new OfficeSettings(data, jdbcUrl, user, password, directives, config, cost);
    }

    /**
     * The packs in the folder of directives, in the order of their names.
     *
     * @throws OfficeException with {@link Code#BAD_INPUT} if the folder cannot be read
     */
    List<Path> packs() {
        try (var folders = Files.list(directives)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("record.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new OfficeException(Code.BAD_INPUT, "cannot read " + directives, broken);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Settings[" + data + "]";
    }
}
