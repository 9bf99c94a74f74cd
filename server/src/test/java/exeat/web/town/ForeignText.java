package exeat.web.town;

import exeat.web.kit.PageTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds text on a page that is in another language than the page, and not marked so. What a person
 * typed, names, and what is written alike everywhere are left out.
 */
public final class ForeignText {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>");
    private static final Pattern LANG = Pattern.compile("\\blang=\"([^\"]*)\"");
    private static final Set<String> EMPTY =
            Set.of("meta", "link", "input", "br", "hr", "img", "path", "line", "rect", "circle");

    /** Numbers, addresses, ids, hashes and file names: what has a figure or a sign in it. */
    private static final Pattern CODES =
            Pattern.compile("[\\w.:/@#+=&?%~-]*[0-9_.:/@#+=&?%~-][\\w.:/@#+=&?%~-]*");

    /** Names of this program, of formats and of standards. */
    private static final Pattern ALIKE =
            Pattern.compile(
                    "\\b(Exeat|CSV|PDF|XLSX|MB|JSON|XML|DMN|FEEL|SHA|UTC|EX|UTF|PRC|FMA"
                            + "|Wilson Center Digital Archive)\\b");

    /** A script is a language's own if a tenth of the letters of its messages are of it. */
    private static final int OWN_SHARE = 10;

    /** The scripts of each language, read from its messages. */
    private static final Map<String, Set<UnicodeScript>> OWN =
            PageTexts.LANGUAGES.stream()
                    .collect(Collectors.toMap(Function.identity(), ForeignText::scripts));

    private ForeignText() {}

    private static Set<UnicodeScript> scripts(String lang) {
        var file = "/exeat/web/words_" + lang + ".properties";
        var messages = new Properties();
        try (var in = Objects.requireNonNull(ForeignText.class.getResourceAsStream(file), file);
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            messages.load(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var letters =
                messages.values().stream()
                        .flatMapToInt(message -> message.toString().codePoints())
                        .filter(Character::isLetter)
                        .mapToObj(UnicodeScript::of)
                        .collect(Collectors.groupingBy(script -> script, Collectors.counting()));
        long all = letters.values().stream().mapToLong(Long::longValue).sum();
        return letters.entrySet().stream()
                .filter(script -> script.getValue() * OWN_SHARE >= all)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Two letters together of another language's script, for one may be the name of a route. */
    private static Pattern foreign(String lang) {
        var own = Objects.requireNonNull(OWN.get(lang), lang);
        return Pattern.compile(
                OWN.values().stream()
                        .flatMap(Set::stream)
                        .distinct()
                        .filter(script -> !own.contains(script))
                        .map(script -> "\\p{Is" + script + "}")
                        .collect(Collectors.joining("", "[", "]{2,}")));
    }

    /**
     * The pieces of text in which something is left that is in another language.
     *
     * @param typed names and what people wrote, which stays as it is
     */
    public static List<String> in(String html, String lang, List<String> typed) {
        var found = new ArrayList<String>();
        var foreign = foreign(lang);
        // Else what is left of a longer one would be foreign.
        var longestFirst =
                typed.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        for (var text : texts(html, lang)) {
            var left = text;
            for (var word : longestFirst) {
                left = left.replace(word, " ");
            }
            left = CODES.matcher(ALIKE.matcher(left).replaceAll(" ")).replaceAll(" ");
            if (foreign.matcher(left).find()) {
                found.add(text);
            }
        }
        return found;
    }

    /** Every piece of text in the page's own language, without white space around it. */
    private static List<String> texts(String html, String lang) {
        var texts = new ArrayList<String>();
        var langs = new ArrayDeque<String>(List.of(lang));
        var body = html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
        var tag = TAG.matcher(body);
        int from = 0;
        while (tag.find()) {
            add(texts, body.substring(from, tag.start()), langs.peek().equals(lang));
            from = tag.end();
            if (EMPTY.contains(tag.group(2)) || tag.group(3).endsWith("/")) {
                continue;
            }
            if (!tag.group(1).isEmpty()) {
                langs.pop();
                continue;
            }
            var own = LANG.matcher(tag.group(3));
            boolean kept = tag.group(3).contains("translate=\"no\"");
            langs.push(kept ? "" : own.find() ? own.group(1) : langs.peek());
        }
        return texts;
    }

    private static void add(List<String> texts, String piece, boolean own) {
        var text =
                piece.replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip();
        if (own && !text.isEmpty() && !text.startsWith("<!DOCTYPE")) {
            texts.add(text);
        }
    }
}
