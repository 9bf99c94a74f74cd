package exeat.web.kit;

import com.ibm.icu.util.ULocale;
import exeat.casework.command.Rejection;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.LunarDay;
import java.text.Bidi;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of the pages in one language. Which languages there are follows from the files of
 * messages beside this class; see {@link MessageFiles}.
 */
public final class PageTexts {

    /** The languages that applicants can choose, in display order. */
    public static final List<String> LANGUAGES = MessageFiles.languages(MessageFiles.WORDS);

    /** Those of them that officers and auditors can choose as well. */
    public static final List<String> DESK_LANGUAGES = MessageFiles.languages(MessageFiles.DESK);

    private static final Map<String, PageTexts> ALL =
            LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), PageTexts::new));

    private final Locale locale;
    private final UnitNames units;
    private final Map<String, Message> own;

    private PageTexts(String lang) {
        units = UnitNames.NONE;
        own = new TreeMap<>();
        // British English, so that a date is written 8 August 1963.
        locale = lang.equals(MessageFiles.ENGLISH) ? Locale.UK : Locale.of(lang);
        add(MessageFiles.WORDS);
        if (DESK_LANGUAGES.contains(lang)) {
            add(MessageFiles.DESK);
        }
    }

    private PageTexts(PageTexts texts, UnitNames units) {
        this.locale = texts.locale;
        this.own = texts.own;
        this.units = units;
    }

    /** These texts, for an office that names its units. */
    public PageTexts with(UnitNames names) {
        return new PageTexts(this, names);
    }

    /** The names that the office gives its units. */
    UnitNames units() {
        return units;
    }

    private void add(String set) {
        MessageFiles.read(set, lang())
                .forEach((key, text) -> own.put(key, Message.of(text, locale)));
    }

    /** The texts of a language; English if there are none. */
    public static PageTexts of(String lang) {
        return Objects.requireNonNull(ALL.getOrDefault(lang, ALL.get(MessageFiles.ENGLISH)));
    }

    /** A language's own name. */
    public static String ownName(String lang) {
        return MessageFiles.ownName(lang);
    }

    public Locale locale() {
        return locale;
    }

    public String lang() {
        return locale.getLanguage();
    }

    /** The script of the language by ISO 15924; styles depend on it. */
    public String script() {
        return ULocale.addLikelySubtags(ULocale.forLocale(locale)).getScript();
    }

    /** The {@code lang} of English text on such a page; empty if the page is in English. */
    public String english() {
        return lang().equals(MessageFiles.ENGLISH) ? "" : MessageFiles.ENGLISH;
    }

    /** The message with this key; in English if an officers' page has only that. */
    public String say(String key, Object... with) {
        var message = own.get(key);
        if (message == null) {
            message = of(MessageFiles.ENGLISH).own.get(key);
        }
        if (message == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        return message.say(with);
    }

    /**
     * Why something was not done: the closest message that there is, for what it is about before
     * that for its code alone.
     *
     * @param officers whether an officer reads it, for whom some have another message
     */
    public String why(Rejection rejection, boolean officers) {
        var own = "rejection." + rejection.code();
        var about = "." + rejection.about();
        var keys = officers ? List.of("desk." + own, own) : List.of(own);
        return Stream.concat(keys.stream().map(key -> key + about), keys.stream())
                .filter(this::has)
                .findFirst()
                .map(this::say)
                .orElseThrow();
    }

    public boolean has(String key) {
        return own.containsKey(key) || of(MessageFiles.ENGLISH).own.containsKey(key);
    }

    /** A name that stands in a sentence: one from right to left does not turn what follows. */
    public static String isolated(String name) {
        return Bidi.requiresBidi(name.toCharArray(), 0, name.length())
                ? "\u2068" + name + "\u2069"
                : name;
    }

    /** A whole number as written in this language. */
    public String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /** A date as written in this language. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** {@code day}, {@code month} and {@code year} in the order in which this language has them. */
    public List<String> dateOrder() {
        var pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.LONG, null, IsoChronology.INSTANCE, locale);
        return Stream.of("day", "month", "year")
                .sorted(Comparator.comparingInt(part -> firstOf(part, pattern)))
                .toList();
    }

    private static int firstOf(String part, String pattern) {
        var letter =
                switch (part) {
                    case "day" -> "d";
                    case "month" -> "[ML]";
                    default -> "[yu]";
                };
        var found = Pattern.compile(letter).matcher(pattern.replaceAll("'[^']*'", ""));
        return found.find() ? found.start() : pattern.length();
    }

    /** A date of birth as far as it is known; what was told by a lunar calendar stands with it. */
    public String born(BirthDate born) {
        var said =
                switch (born.precision()) {
                    case DAY -> day(born.earliest());
                    case MONTH -> month(YearMonth.from(born.earliest()));
                    case YEAR -> year(born.earliest());
                    case BETWEEN -> between(born);
                };
        return born.lunar().map(told -> say("born.lunar", said, lunar(told))).orElse(said);
    }

    /** Between whole years or months, if it is between the first day of one and the last. */
    private String between(BirthDate born) {
        var first = born.earliest();
        var last = born.latest();
        boolean months =
                first.getDayOfMonth() == 1 && last.equals(YearMonth.from(last).atEndOfMonth());
        boolean years = months && first.getDayOfYear() == 1 && last.getMonth() == Month.DECEMBER;
        if (years) {
            return say("born.between", year(first), year(last));
        }
        return months
                ? say("born.between", month(YearMonth.from(first)), month(YearMonth.from(last)))
                : say("born.between", day(first), day(last));
    }

    /** A year as written in this language. */
    private String year(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedPattern("y").withLocale(locale));
    }

    /** A day of a lunar calendar, and whose it is. */
    public String lunar(LunarDay told) {
        return say(
                told.leap() ? "born.lunar.leap" : "born.lunar.day",
                say("born.lunar." + told.calendar().word()),
                Integer.toString(told.year()),
                Integer.toString(told.month()),
                Integer.toString(told.day()));
    }

    /** A month of a year as written in this language. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale));
    }

    /** A time as written in this language. */
    public String time(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .format(
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(locale));
    }

    /** A time with the name of the zone that it is told in. */
    public String zoned(Instant instant, ZoneId zone) {
        return say("time.zoned", time(instant, zone), zone(zone));
    }

    /** A zone's name, such as {@code China Time}. */
    public String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** A language's name in this language. */
    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    /** A country's name in this language; {@code none} means no nationality. */
    public String country(String code) {
        return code.equals("none")
                ? say("nationality.none")
                : Locale.of("", code).getDisplayCountry(locale);
    }
}
