package exeat.rules.document;

import exeat.rules.source.PackException;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.SourceText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a record as an archive hands it out in plain text: a date, a title in bold, then the
 * sections <em>Citation</em>, <em>Summary</em>, <em>Credits</em>, <em>Original Language</em> and
 * <em>Contents</em>, the last with addressees, paragraphs, marks, signature and closing date.
 *
 * <p>The text is kept as it stands: a paragraph is not interpreted, so none binds or is cited, and
 * a mark stays a mark.
 */
public final class ArchivalTextReader {

    /** The longest text that is read, in bytes of UTF-8 or in characters. */
    public static final int MAX_LENGTH = 1024 * 1024;

    private static final List<String> SECTIONS =
            List.of("Citation", "Summary", "Credits", "Original Language", "Contents");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[MMMM d, uuuu][d MMMM uuuu]", Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern MARK = Pattern.compile("□+");
    private static final Pattern ADDRESS =
            Pattern.compile("(\\[To]|To\\b)\\s*(.*):", Pattern.DOTALL);
    private static final Pattern BRACKET = Pattern.compile("\\[[^\\[\\]]*]");
    private static final int MAX_SIGNATURE_LENGTH = 120;

    /** Lines that stand together, with the line of the first. */
    private record Block(int line, String text) {}

    private final ProblemCollector problems = new ProblemCollector();
    private final List<Block> head = new ArrayList<>();
    private final Map<String, List<Block>> sections = new TreeMap<>();
    private final Map<String, Integer> sectionLines = new TreeMap<>();
    private int lastLine;

    private ArchivalTextReader() {}

    /**
     * Reads a text.
     *
     * @throws PackException if this is no such record, with what is missing and at which line
     */
    public static DirectiveRecord read(String text) throws PackException {
        return new ArchivalTextReader().read("text", Optional.of(text));
    }

    /**
     * Reads a file's bytes, which must be UTF-8.
     *
     * @param file the name to report problems under
     * @throws PackException if this is no such record, with what is missing and at which line
     */
    public static DirectiveRecord read(String file, byte[] bytes) throws PackException {
        var reading = new ArchivalTextReader();
        return reading.read(file, SourceText.decode(bytes, MAX_LENGTH, reading.problems));
    }

    private DirectiveRecord read(String file, Optional<String> text) throws PackException {
        var record = text.flatMap(this::record);
        return record.orElseThrow(() ->
                new PackException(
                        problems.found().stream()
                                .map(found ->
                                        new PackException.Problem(
                                                file, found.line(), found.field(), found.message()))
                                .toList()));
    }

    private Optional<DirectiveRecord> record(String text) {
        if (text.length() > MAX_LENGTH) {
            problems.add(0, "file", "is longer than " + MAX_LENGTH + " characters");
            return Optional.empty();
        }
        var blocks = blocks(SourceText.withoutMark(text));
        sort(blocks);
        var date = issueDate();
        var title = title();
        for (int at = 0; at < SECTIONS.size(); at++) {
            requireSection(at);
        }
        if (!problems.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        var contents = new ArrayList<>(section("Contents"));
        if (!contents.isEmpty() && contents.getFirst().text().startsWith("Translation - ")) {
            contents.removeFirst();
        }
        var editorial = editorial(contents);
        var addressees = addressees(contents);
        var issuer = issuer(contents);
        var passages = passages(contents);
        if (passages.stream().noneMatch(DirectiveRecord.Text.class::isInstance)) {
            problems.add(lastLine, "Contents", "has no paragraph");
        }
        return problems.isEmpty()
                ? Optional.of(
                        new DirectiveRecord(
                                title,
                                date.get(),
                                issuer,
                                addressees,
                                joined("Citation"),
                                joined("Summary"),
                                joined("Credits"),
                                joined("Original Language"),
                                passages,
                                editorial))
                : Optional.empty();
    }

    private List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<String>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var content = line.strip();
            if (content.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
                problems.add(number, "file", "has control characters");
            }
            // A section's name and a mark stand alone even where no blank line follows.
            boolean alone = isHeading(content) || MARK.matcher(content).matches();
            if (content.isEmpty() || alone) {
                close(blocks, open, number);
            }
            if (alone) {
                blocks.add(new Block(number, content));
            } else if (!content.isEmpty()) {
                open.add(content);
            }
        }
        close(blocks, open, number + 1);
        lastLine = Math.max(1, number);
        return blocks;
    }

    private static void close(List<Block> blocks, List<String> open, int line) {
        if (!open.isEmpty()) {
            blocks.add(new Block(line - open.size(), String.join(" ", open)));
            open.clear();
        }
    }

    private static boolean isHeading(String line) {
        return line.endsWith(":") && SECTIONS.contains(line.substring(0, line.length() - 1));
    }

    private void sort(List<Block> blocks) {
        var into = head;
        for (var block : blocks) {
            if (isHeading(block.text())) {
                var name = block.text().substring(0, block.text().length() - 1);
                if (sectionLines.putIfAbsent(name, block.line()) != null) {
                    problems.add(block.line(), name, "is there twice");
                }
                into = sections.computeIfAbsent(name, key -> new ArrayList<>());
            } else {
                into.add(block);
            }
        }
    }

    private Optional<LocalDate> issueDate() {
        int line = head.isEmpty() ? 1 : head.getFirst().line();
        var date = head.isEmpty() ? Optional.<LocalDate>empty() : date(head.getFirst());
        if (date.isEmpty()) {
            problems.add(
                    line,
                    "date",
                    "is missing: the text must begin with one, such as March 1," + " 1950");
        }
        return date;
    }

    private String title() {
        for (var block : head) {
            var text = block.text();
            if (text.length() > 4 && text.startsWith("**") && text.endsWith("**")) {
                return text.substring(2, text.length() - 2).strip();
            }
        }
        int line = head.isEmpty() ? 1 : head.getLast().line();
        problems.add(line, "title", "is missing: write it between ** before the citation");
        return "";
    }

    private void requireSection(int at) {
        var name = SECTIONS.get(at);
        int before =
                SECTIONS.subList(at + 1, SECTIONS.size()).stream()
                        .flatMap(later -> Optional.ofNullable(sectionLines.get(later)).stream())
                        .findFirst()
                        .orElse(lastLine);
        if (!sections.containsKey(name)) {
            problems.add(before, name, "is missing: there is no line '" + name + ":'");
        } else if (section(name).isEmpty()) {
            problems.add(sectionLines.getOrDefault(name, 0), name, "is empty");
        }
    }

    private List<Block> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private String joined(String section) {
        return String.join("\n", section(section).stream().map(Block::text).toList());
    }

    private List<String> editorial(List<Block> contents) {
        var brackets = new ArrayList<String>();
        for (var block : contents) {
            BRACKET.matcher(block.text()).results().forEach(found -> brackets.add(found.group()));
            var rest = BRACKET.matcher(block.text()).replaceAll("");
            if (rest.contains("[") || rest.contains("]")) {
                problems.add(block.line(), "Contents", "has an unmatched bracket");
            }
        }
        return brackets;
    }

    /** Takes the address line off the contents. */
    private static List<String> addressees(List<Block> contents) {
        if (contents.isEmpty()) {
            return List.of();
        }
        var address = ADDRESS.matcher(contents.getFirst().text());
        if (!address.matches()) {
            return List.of();
        }
        contents.removeFirst();
        return Arrays.stream(address.group(2).split("\\s*,\\s*(?:and\\s+)?|\\s+and\\s+", -1))
                .map(name -> name.replaceFirst("^the\\s+", "").strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Takes the closing date and the signature before it off the contents; empty without one. */
    private static String issuer(List<Block> contents) {
        if (contents.isEmpty() || date(contents.getLast()).isEmpty()) {
            return "";
        }
        contents.removeLast();
        if (contents.isEmpty() || !isSignature(contents.getLast().text())) {
            return "";
        }
        return contents.removeLast().text();
    }

    private static boolean isSignature(String text) {
        return text.length() <= MAX_SIGNATURE_LENGTH
                && !text.matches("(?s).*[.!?:;]")
                && !MARK.matcher(text).matches();
    }

    private static List<DirectiveRecord.Passage> passages(List<Block> contents) {
        var passages = new PassageBuilder();
        int number = 0;
        for (var block : contents) {
            if (MARK.matcher(block.text()).matches()) {
                passages.mark(block.text());
            } else {
                number++;
                passages.paragraph(
                        new Paragraph(Integer.toString(number), block.text(), false, false));
            }
        }
        return passages.content();
    }

    private static Optional<LocalDate> date(Block block) {
        try {
            return Optional.of(LocalDate.parse(block.text(), DATE));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
