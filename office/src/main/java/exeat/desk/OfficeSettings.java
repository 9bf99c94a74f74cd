package exeat.desk;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.PasswordCost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How an office is opened.
 *
 * @param data the folder for keys and, without {@code jdbcUrl}, for the embedded PostgreSQL
 * @param jdbcUrl an outside PostgreSQL 15 or newer, such as {@code jdbc:postgresql://host/exeat}
 * @param user owns that database and may create roles
 * @param directives the folder whose packs are loaded at the start, those that are new
 * @param config everything else
 * @param passwordCost how much work it is to try a password; no file of settings can say less
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
     * As it is set.
     *
     * @param environment where user and password are that no setting names
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
     * The same, with passwords that take another work. An office with officers of its own does not
     * open with less than {@link PasswordCost#FULL}.
     */
    public OfficeSettings with(PasswordCost cost) {
        return new OfficeSettings(data, jdbcUrl, user, password, directives, config, cost);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Settings[" + data + "]";
    }
}
