package exeat.rules.pack;

import exeat.rules.authority.LegacyUnitFunctions;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.Messages;
import exeat.rules.document.PhraseCheck;
import exeat.rules.phrase.Phrase;
import exeat.rules.source.PackProblems;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.SourceText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code messages_LANGUAGE.properties}: a key, an equals sign and a text a line, in UTF-8.
 *
 * <p>The English names of authorities and the English gists of paragraphs stand in {@code
 * authorities.yaml} and {@code record.yaml} and are taken from there; other languages add theirs
 * under {@code authority.ID} and {@code paragraph.NUMBER}.
 */
public final class MessagesReader {

    private static final String ENGLISH = "en";
    private static final int MAX_BYTES = 1024 * 1024;

    /** Paragraphs and units are each pack's own; a name for the rest means the same thing below. */
    private static final Pattern INHERITED =
            Pattern.compile(
                    "(fact|outcome|purpose|function|clearance|document|ground|route|instrument|output"
                            + "|explain)\\.");

    private record Line(int number, String text) {}

    private final PackProblems problems;
    private final Map<String, Map<String, Line>> byLanguage = new HashMap<>();
    private final Map<String, List<String>> missing = new HashMap<>();

    public MessagesReader(PackProblems problems) {
        this.problems = problems;
    }

    public MessagesReader read(Map<String, byte[]> files) {
        files.forEach((name, bytes) -> {
            if (PackFiles.isMessages(name)) {
                byLanguage.put(PackFiles.language(name), lines(bytes, problems.in(name)));
            }
        });
        byLanguage.computeIfAbsent(
                ENGLISH,
                english -> {
                    problems.in(file(english)).addFault(0, "file", "is missing");
                    return Map.of();
                });
        return this;
    }

    private static Map<String, Line> lines(byte[] bytes, ProblemCollector problems) {
        var lines = new LinkedHashMap<String, Line>();
        var text = SourceText.decode(bytes, MAX_BYTES, problems).orElse("");
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var content = line.strip();
            int equals = content.indexOf('=');
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            var key = equals < 0 ? content : content.substring(0, equals).strip();
            var message = equals < 0 ? "" : content.substring(equals + 1).strip();
            if (message.isEmpty()) {
                problems.addFault(number, key, "has no text");
            }
            if (content.contains("\\")) {
                problems.add(number, key, "has a backslash; write the character itself instead");
            }
            if (lines.put(key, new Line(number, message)) != null) {
                problems.add(number, key, "is there twice");
            }
        }
        return lines;
    }

    /** Every text that the pack's own files have, by language and line. */
    public List<OwnWord> own() {
        return byLanguage.entrySet().stream()
                .flatMap(file ->
                        file.getValue().entrySet().stream()
                                .map(line ->
                                        new OwnWord(
                                                file(file.getKey()),
                                                file.getKey(),
                                                line.getValue().number(),
                                                line.getKey(),
                                                line.getValue().text())))
                .sorted(Comparator.comparing(OwnWord::file).thenComparingInt(OwnWord::line))
                .toList();
    }

    private static String file(String language) {
        return "messages_" + language + ".properties";
    }

    /**
     * The messages, after the check that English lacks none and no other language lacks one of
     * English or has one too many.
     *
     * @param parent whose words a local pack takes over; what they are words for keeps them, see
     *     {@link WordsBelow}
     */
    public Messages check(
            MessageKeys keys,
            AuthoritiesReader.Authorities authorities,
            DirectiveRecord record,
            Optional<Messages> parent) {
        var elsewhere = new LinkedHashMap<String, String>();
        record.paragraphs().forEach(p -> elsewhere.put("paragraph." + p.number(), p.gist()));
        authorities
                .tree()
                .all()
                .forEach(unit -> elsewhere.put("authority." + unit.id(), unit.name()));
        Map<String, Map<String, String>> messages = new HashMap<>();
        parent.ifPresent(above ->
                above.languages()
                        .forEach(language -> messages.put(language, inherited(above, language))));
        byLanguage.forEach((language, lines) -> {
            var inFile = problems.in(file(language));
            boolean english = language.equals(ENGLISH);
            var texts = new HashMap<>(former(authorities.division(), language));
            texts.putAll(messages.getOrDefault(language, Map.of()));
            lines.forEach((key, line) -> {
                texts.put(key, line.text());
                if (english && elsewhere.containsKey(key)) {
                    inFile.add(line.number(), key, "is already set in another file");
                } else if (!keys.isKnown(key) && !elsewhere.containsKey(key)) {
                    inFile.add(line.number(), key, "is not a message key of this pack");
                }
            });
            if (english) {
                texts.putAll(elsewhere);
                var missing =
                        keys.required().stream().filter(key -> !texts.containsKey(key)).toList();
                missing(language, missing);
            }
            lines.forEach((key, line) ->
                    keys.phrase(key)
                            .ifPresent(phrase -> phrase(language, phrase, key, line, inFile)));
            messages.put(language, Map.copyOf(texts));
        });
        messages.forEach((language, texts) -> whole(language, texts, messages));
        return new Messages(messages);
    }

    private void missing(String language, List<String> keys) {
        if (!keys.isEmpty()) {
            missing.merge(
                    language,
                    keys,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
            MissingWords.report(keys, !language.equals(ENGLISH), problems.in(file(language)));
        }
    }

    /** The keys that {@link #check} found no words for, by language. */
    public Map<String, List<String>> missing() {
        return Map.copyOf(missing);
    }

    /** A pack may have no file in a language; where it has one, the file lacks nothing. */
    private void whole(
            String language, Map<String, String> texts, Map<String, Map<String, String>> messages) {
        if (byLanguage.containsKey(language)) {
            missing(
                    language,
                    messages.getOrDefault(ENGLISH, Map.of()).keySet().stream()
                            .filter(key -> !texts.containsKey(key))
                            .sorted()
                            .toList());
        }
    }

    /**
     * Checks a phrase that the pack words itself: it has no other placeholders than Exeat's, and
     * every plural form that it needs.
     */
    private static void phrase(
            String language, Phrase standard, String key, Line line, ProblemCollector inFile) {
        PhraseCheck.faults(language, standard, line.text())
                .forEach(fault -> inFile.add(line.number(), key, fault));
    }

    /** The names of functions that the pack could not declare. */
    private static Map<String, String> former(UnitFunctions division, String language) {
        return division.declared() ? Map.of() : LegacyUnitFunctions.names(language);
    }

    private static Map<String, String> inherited(Messages parent, String language) {
        var texts = new HashMap<>(parent.in(language));
        texts.keySet().removeIf(key -> !INHERITED.matcher(key).lookingAt());
        return texts;
    }
}
