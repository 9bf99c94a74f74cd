package exeat.config;

import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlNode;
import exeat.rules.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings, all valid. Immutable; contains the paths of secrets but no secret. */
public final class Config {

    /** The folder from which default relative paths start. */
    private final Path home;

    /** By setting; only what was set, with absolute paths. */
    private final Map<Setting, String> said;

    private Config(Path home, Map<Setting, String> said) {
        this.home = home.toAbsolutePath().normalize();
        this.said = Map.copyOf(said);
    }

    /**
     * No setting is set; defaults apply.
     *
     * @param home the folder of the data folder and the packs
     */
    public static Config plain(Path home) {
        return new Config(home, Map.of());
    }

    /**
     * Reads a file.
     *
     * @param home the folder from which default paths start
     * @throws ConfigException with every error in it
     */
    public static Config read(Path file, Path home) throws ConfigException {
        var problems = new ProblemCollector();
        var said = new HashMap<Setting, String>();
        try {
            var base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(home);
            YamlReader.read(Files.readAllBytes(file), problems)
                    .ifPresent(root -> read("", root, base, said, problems));
        } catch (IOException broken) {
            problems.add(
                    0,
                    "file",
                    "cannot be read. Check that it exists and that you may read" + " it.");
        }
        if (!problems.isEmpty()) {
            throw ConfigException.of(file, problems.found());
        }
        return new Config(home, said);
    }

    private static void read(
            String above,
            YamlNode.Mapping mapping,
            Path base,
            Map<Setting, String> said,
            ProblemCollector problems) {
        for (var entry : mapping.entries()) {
            var key = above.isEmpty() ? entry.key() : above + "." + entry.key();
            var setting = Settings.of(key);
            if (setting.isPresent()) {
                take(setting.get(), entry, base, said, problems);
            } else if (entry.value() instanceof YamlNode.Mapping below
                    && SettingSections.ALL.containsKey(key)) {
                read(key, below, base, said, problems);
            } else if (!SettingSections.ALL.containsKey(key)
                    || !text(entry.value()).orElse("x").isEmpty()) {
                problems.add(
                        entry.line(),
                        key,
                        "there is no such setting. The nearest is "
                                + KeySuggestion.nearest(key)
                                + ": write that or delete the line. ./exeat config prints all"
                                + " settings");
            }
        }
    }

    private static void take(
            Setting setting,
            YamlNode.Entry entry,
            Path base,
            Map<Setting, String> said,
            ProblemCollector problems) {
        var text = text(entry.value());
        if (text.isEmpty()) {
            problems.add(entry.line(), setting.key(), "must be " + setting.shape().words());
            return;
        }
        if (text.get().isEmpty()) {
            return;
        }
        if (said.containsKey(setting)) {
            problems.add(entry.line(), setting.key(), "is there twice: remove one");
            return;
        }
        var whole = setting.isPlace() ? placed(base, text.get()) : text.get();
        setting.shape()
                .problem(whole)
                .ifPresentOrElse(
                        wrong -> problems.add(entry.line(), setting.key(), wrong),
                        () -> said.put(setting, whole));
    }

    private static Optional<String> text(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> Optional.of(scalar.text());
            case YamlNode.Sequence list ->
                    list.items().stream().allMatch(YamlNode.Scalar.class::isInstance)
                            ? Optional.of(
                                    list.items().stream()
                                            .map(item -> ((YamlNode.Scalar) item).text())
                                            .collect(Collectors.joining(",")))
                            : Optional.empty();
            case YamlNode.Mapping _ -> Optional.empty();
        };
    }

    private static String placed(Path base, String text) {
        try {
            return base.resolve(text).toAbsolutePath().normalize().toString();
        } catch (java.nio.file.InvalidPathException broken) {
            return "\0";
        }
    }

    /**
     * This configuration with one setting overridden, as by an option on the command line; a
     * relative path starts from the working folder.
     *
     * @param text empty for the default
     * @param as the name to use in an error, such as {@code --port}
     */
    public Config with(Setting setting, String text, String as) throws ConfigException {
        var next = new HashMap<>(said);
        if (text.isEmpty()) {
            next.remove(setting);
            return new Config(home, next);
        }
        var whole = setting.isPlace() ? placed(Path.of(""), text) : text;
        var wrong = setting.shape().problem(whole);
        if (wrong.isPresent()) {
            throw new ConfigException(List.of(as + " " + wrong.get()));
        }
        next.put(setting, whole);
        return new Config(home, next);
    }

    /** Whether it was set. */
    public boolean isSaid(Setting setting) {
        return said.containsKey(setting);
    }

    /** The effective value as text; empty for none. For a secret, the path of its file. */
    public String text(Setting setting) {
        var own = said.get(setting);
        if (own != null) {
            return own;
        }
        return setting.isPlace() && !setting.otherwise().isEmpty()
                ? home.resolve(setting.otherwise()).toString()
                : setting.otherwise();
    }

    /** The setting's text; empty if it is not given. */
    public Optional<String> given(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    public Path path(Setting setting) {
        return Path.of(text(setting));
    }

    public Duration time(Setting setting) {
        return SettingType.Time.read(text(setting));
    }

    /** A size in bytes. */
    public long size(Setting setting) {
        return SettingType.Size.read(text(setting));
    }

    /** The size in words for people, such as {@code 32 MB}. */
    public String sizeInWords(Setting setting) {
        return SettingType.Size.text(size(setting)).replaceFirst("(?<=\\d)(?=[a-zA-Z])", " ");
    }

    public int count(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public List<String> several(Setting setting) {
        return SettingType.Names.items(text(setting));
    }

    public boolean isOn(Setting setting) {
        return text(setting).equals("on");
    }

    /** The secret in the file that a setting names; empty where none is named. */
    public Optional<String> secret(Setting setting) {
        return given(setting)
                .map(file -> {
                    try {
                        return SecretFile.read(Path.of(file));
                    } catch (IOException gone) {
                        throw new UncheckedIOException("a secret cannot be read", gone);
                    }
                });
    }

    /** Lists the settings that are set, without their values. */
    @Override
    public String toString() {
        return said.keySet().stream().map(Setting::key).sorted().toList().toString();
    }
}
