package exeat.pdf;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * What every printed sheet of a training installation shows: a frame around each page, and above
 * the text, in every language because strangers read it too, that it is not real.
 *
 * @param words the languages; none for a sheet without a frame
 */
public record SheetFrame(List<PaperWords> words) {

    /** The frame of a real office, which has none. */
    public static final SheetFrame NONE = new SheetFrame(List.of());

    private static final String WORD = "training.word";
    private static final String LINE = "training.sheet";

    /** Letters of all scripts in one line. */
    private static final String FONTS = "font-family:'Noto Sans','Nanum','Droid Sans Fallback'";

    public SheetFrame {
        words = List.copyOf(words);
    }

    /** The sheet of HTML with its frame. */
    String around(String html) {
        if (words.isEmpty()) {
            return html;
        }
        int body = html.indexOf('>', html.indexOf("<body")) + 1;
        var title = "<title>" + escaped(words.getFirst(), WORD) + ": ";
        // Both stand before any text of people's.
        return (html.substring(0, body) + block() + html.substring(body))
                .replaceFirst("</style>", Matcher.quoteReplacement(style() + "</style>"))
                .replaceFirst("<title>", Matcher.quoteReplacement(title));
    }

    private String all(String key) {
        return words.stream()
                .map(one ->
                        "<span class=\"%s\" lang=\"%s\">%s</span>"
                                .formatted(
                                        PdfRenderer.script(one.language()),
                                        one.language(),
                                        escaped(one, key)))
                .collect(Collectors.joining(" "));
    }

    private String block() {
        return "<div class=\"training\"><p class=\"training-word\">"
                + all(WORD)
                + "</p><p>"
                + all(LINE)
                + "</p></div>";
    }

    /** The edge is dashed, and words stand in it: no colour is needed to see it. */
    private String style() {
        var edge =
                words.stream()
                        .map(one -> one.says().apply(WORD).replaceAll("[\\\\']", ""))
                        .collect(Collectors.joining(" · "));
        var box = "{content:'%s';font-size:13pt;font-weight:700;%s}".formatted(edge, FONTS);
        return "@page{margin:12mm 14mm;border:1.5mm dashed #111111;padding:3mm;@top-center%s@bottom-center%s}"
                        .formatted(box, box)
                + ".training{border:0.6mm solid #111111;padding:2mm 4mm;margin-bottom:4mm;"
                + FONTS
                + "}.training p{margin:0;font-size:8pt}"
                + ".training .training-word{font-size:17pt;font-weight:700}"
                + ".training span + span:before{content:' · '}";
    }

    private static String escaped(PaperWords one, String key) {
        return PdfRenderer.escape(one.says().apply(key));
    }
}
