package exeat.pdf;

import exeat.casework.value.PaperSeal;
import exeat.casework.value.PersonName;
import exeat.casework.value.birth.BirthDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a travel authorisation as a tagged PDF with embedded fonts. */
public final class PaperPrinter {

    private final SheetFrame frame;

    /** Prints with a frame around each page, or none. */
    public PaperPrinter(SheetFrame frame) {
        this.frame = frame;
    }

    /** More languages than these are printed smaller, so that all are on the one page. */
    private static final int AT_FULL_SIZE = 4;

    /** A placeholder of the sheet: in the first language, in the others, or in all. */
    private static final Pattern SAID = Pattern.compile("@(first|others|all|notes):([a-z.-]+)@");

    /**
     * The paper as a PDF of one A4 page.
     *
     * @param words at least one; the first is the language of the title and the document
     */
    public byte[] print(TravelPaper paper, List<PaperWords> words) {
        return PdfRenderer.pdf(frame.around(sheet(paper, words)));
    }

    private static String sheet(TravelPaper paper, List<PaperWords> words) {
        var sheet =
                SAID.matcher(PdfRenderer.text("authorisation.html"))
                        .replaceAll(said ->
                                Matcher.quoteReplacement(
                                        said(said.group(1), said.group(2), words)));
        var journey = paper.reentry() ? "print.there-and-back" : "print.one-way";
        return sheet.replace("@LANG@", words.getFirst().language())
                .replace("@SIZE@", words.size() > AT_FULL_SIZE ? "many" : "few")
                .replace("@NUMBER@", PdfRenderer.escape(paper.number()))
                .replace("@NAME@", name(paper.names().getFirst()))
                .replace("@OTHERS@", others(paper))
                .replace("@BORN@", born(paper.birthDate(), words))
                .replace("@NATIONALITY@", nationality(paper, words))
                .replace("@FROM@", paper.from().toString())
                .replace("@UNTIL@", paper.until().toString())
                .replace("@FOR@", said("all", journey, words))
                .replace("@ISSUER@", PdfRenderer.escape(paper.issuer()))
                .replace("@SEALED@", paper.seal().isPresent() ? "sealed" : "plain")
                .replace("@ZONE@", paper.seal().map(seal -> zone(seal, words)).orElse(""))
                .replace("@SEAL@", paper.seal().map(seal -> seal(seal, paper, words)).orElse(""));
    }

    /** A day as machines write it, as every other date; what is not just a day, in words too. */
    private static String born(BirthDate born, List<PaperWords> words) {
        if (born.precision() == BirthDate.Precision.DAY && born.lunar().isEmpty()) {
            return born.text();
        }
        return each("span", one -> one.born().apply(born), words).collect(Collectors.joining("; "));
    }

    private static String seal(PaperSeal seal, TravelPaper paper, List<PaperWords> words) {
        var code = QrCode.of(seal.text()).html(words.getFirst().says().apply("print.seal.alt"));
        var address =
                paper.address()
                        .map(at -> "<p class=\"small\">" + PdfRenderer.escape(at) + "</p>")
                        .orElse("");
        var said = paper.address().isPresent() ? "print.seal" : "print.seal.ask";
        return "<div class=\"seal\"><p>%s</p><p class=\"small\">%s</p>%s</div>"
                .formatted(code, said("all", said, words), address);
    }

    private static String zone(PaperSeal seal, List<PaperWords> words) {
        var lines = PdfRenderer.escape(seal.zone()).replace("\n", "<br/>");
        var spelled = seal.own() ? "print.spelled.own" : "print.spelled.rule";
        return "<p class=\"zone\" lang=\"zxx\">%s</p><p class=\"small\">%s</p>"
                .formatted(lines, said("all", spelled, words));
    }

    private static String said(String where, String key, List<PaperWords> words) {
        var first = words.getFirst();
        var others = words.subList(1, words.size());
        return switch (where) {
            case "first" -> PdfRenderer.escape(first.says().apply(key));
            case "others" -> spans(key, others);
            case "notes" ->
                    each("p", one -> one.says().apply(key), others)
                            .collect(Collectors.joining("\n"));
            default -> spans(key, words);
        };
    }

    private static String spans(String key, List<PaperWords> words) {
        return each("span", one -> one.says().apply(key), words).collect(Collectors.joining(" "));
    }

    /**
     * A text in several languages, each marked with its language and set in a font for its script.
     */
    private static Stream<String> each(
            String element, Function<PaperWords, String> text, List<PaperWords> words) {
        return words.stream()
                .map(one ->
                        "<%s class=\"%s\" lang=\"%s\">%s</%s>"
                                .formatted(
                                        element,
                                        PdfRenderer.script(one.language()),
                                        one.language(),
                                        PdfRenderer.escape(text.apply(one)),
                                        element));
    }

    private static String others(TravelPaper paper) {
        return paper.names().stream()
                .skip(1)
                .map(name -> "<p class=\"also\">" + name(name) + "</p>")
                .collect(Collectors.joining());
    }

    private static String name(PersonName name) {
        return "<span lang=\"und-%s\" class=\"%s\">%s</span>"
                .formatted(name.script(), name.script(), PdfRenderer.escape(name.full()));
    }

    private static String nationality(TravelPaper paper, List<PaperWords> words) {
        return paper.nationality().equals("none")
                ? said("all", "print.stateless", words)
                : PdfRenderer.escape(paper.nationality());
    }
}
