package exeat.rules.pack;

import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.OfficeDirectory;
import exeat.rules.authority.OfficeDirectory.Contact;
import exeat.rules.authority.OfficeDirectory.Help;
import exeat.rules.authority.OfficeDirectory.Kind;
import exeat.rules.authority.OfficeDirectory.OpeningHours;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code directory.yaml}, which a pack may leave out: where offices are, and who helps. */
public final class DirectoryReader {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");
    private static final Pattern TELEPHONE = Pattern.compile("[+0-9][0-9 ()/.-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,189}");
    private static final Pattern WEB = Pattern.compile("https://[^\\s<>\"']{1,200}");
    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");

    private final AuthorityTree tree;
    private final ProblemCollector problems;
    private final Map<AuthorityId, Contact> offices = new LinkedHashMap<>();
    private final List<Help> help = new ArrayList<>();

    private DirectoryReader(AuthorityTree tree, ProblemCollector problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** What the file says; what is wrong in it is left out and reported. */
    public static OfficeDirectory read(
            byte[] bytes, AuthorityTree tree, ProblemCollector problems) {
        return YamlReader.read(bytes, problems)
                .map(root ->
                        new DirectoryReader(tree, problems).read(new YamlFields(root, problems)))
                .orElse(OfficeDirectory.NONE);
    }

    private OfficeDirectory read(YamlFields file) {
        if (!file.has("offices") && !file.has("help")) {
            file.problem("offices", "is missing, and so is 'help': leave out the file instead");
        }
        if (file.has("offices")) {
            for (var item : file.items("offices")) {
                YamlFields.of(item, "offices", problems).ifPresent(this::office);
            }
        }
        if (file.has("help")) {
            for (var item : file.items("help")) {
                YamlFields.of(item, "help", problems).ifPresent(this::help);
            }
        }
        file.end();
        return new OfficeDirectory(offices, help);
    }

    private void office(YamlFields fields) {
        var unit = unit(fields, "unit", fields.text("unit"));
        var contact = contact(fields);
        fields.end();
        unit.ifPresent(id -> {
            if (offices.put(id, contact) != null) {
                fields.problem("unit", "is there twice: " + id);
            }
        });
    }

    private void help(YamlFields fields) {
        var id = matching(fields, "id", fields.text("id"), ID, "lower-case words and hyphens");
        var word = fields.text("kind");
        var kind = Kind.of(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            var kinds = Arrays.stream(Kind.values()).map(Kind::word);
            fields.problem("kind", "must be one of " + kinds.collect(Collectors.joining(", ")));
        }
        var areas = new TreeSet<AuthorityId>();
        fields.texts("areas").forEach(text -> unit(fields, "areas", text).ifPresent(areas::add));
        var contact = contact(fields);
        fields.end();
        if (id.isEmpty() || kind.isEmpty()) {
            return;
        }
        if (help.stream().anyMatch(one -> one.id().equals(id.get()))) {
            fields.problem("id", "is there twice: " + id.get());
        }
        help.add(new Help(id.get(), kind.get(), contact, areas));
    }

    private Optional<AuthorityId> unit(YamlFields fields, String key, String text) {
        var found =
                tree.all().stream()
                        .map(one -> one.id())
                        .filter(id -> id.text().equals(text))
                        .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            fields.problem(key, "is no unit of authorities.yaml: " + text);
        }
        return found;
    }

    private Contact contact(YamlFields fields) {
        var telephones =
                fields.texts("telephone").stream()
                        .flatMap(text ->
                                matching(fields, "telephone", text, TELEPHONE, "digits and spaces")
                                        .stream())
                        .toList();
        var email =
                fields.optionalText("email")
                        .flatMap(text -> matching(fields, "email", text, EMAIL, "name@domain"));
        var web =
                fields.optionalText("web")
                        .flatMap(text -> matching(fields, "web", text, WEB, "https://..."));
        var languages =
                fields.texts("languages").stream().filter(one -> isLanguage(fields, one)).toList();
        return new Contact(telephones, email, web, languages, hours(fields));
    }

    private static boolean isLanguage(YamlFields fields, String tag) {
        boolean known = LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage());
        if (!known) {
            fields.problem("languages", "is no language tag, such as ko: " + tag);
        }
        return known;
    }

    private static Optional<String> matching(
            YamlFields fields, String key, String text, Pattern form, String example) {
        boolean fits = form.matcher(text).matches();
        if (!fits && !text.isEmpty()) {
            fields.problem(key, "must be %s, not %s".formatted(example, text));
        }
        return fits ? Optional.of(text) : Optional.empty();
    }

    private List<OpeningHours> hours(YamlFields fields) {
        var hours = new ArrayList<OpeningHours>();
        if (fields.has("hours")) {
            for (var item : fields.items("hours")) {
                YamlFields.of(item, "hours", problems)
                        .flatMap(DirectoryReader::opening)
                        .ifPresent(hours::add);
            }
        }
        return hours;
    }

    private static Optional<OpeningHours> opening(YamlFields fields) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        var words = fields.texts("days");
        for (var word : words) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            days::add,
                            () -> fields.problem("days", "is no day of the week: " + word));
        }
        if (words.isEmpty()) {
            fields.problem("days", "needs at least one day of the week");
        }
        var from = time(fields, "from");
        var to = time(fields, "to");
        fields.end();
        if (from.isEmpty() || to.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            fields.problem("to", "must be later than 'from' on the same day");
            return Optional.empty();
        }
        return Optional.of(new OpeningHours(days, from.get(), to.get()));
    }

    private static Optional<LocalTime> time(YamlFields fields, String key) {
        var text = fields.text(key);
        try {
            return matching(fields, key, text, TIME, "a time such as 08:30").map(LocalTime::parse);
        } catch (DateTimeException none) {
            fields.problem(key, "must be a time such as 08:30, not " + text);
            return Optional.empty();
        }
    }
}
