package exeat.web.report;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;

/**
 * Charts as SVG, drawn here so that no script is needed. Each has a title and a description for
 * readers who cannot see it, is legible at 320 pixels and on paper, and shows nothing by colour
 * alone: the figures are beside the bars and in the table below.
 */
final class Chart {

    private static final int WIDTH = 320;
    private static final int ROW = 40;
    private static final int MAX_LABEL = 34;
    private static final List<String> SHADES = List.of("#9ccbc2", "#4c9a8d", "#1d6a5e", "#0b2e29");
    private static final String LATE = "#b0281a";
    private static final String INK = "#0b0c0c";

    private Chart() {}

    /**
     * A bar.
     *
     * @param parts its segments, from left to right
     * @param figure the label beside it
     */
    record Bar(String label, List<Long> parts, String figure) {
        Bar {
            parts = List.copyOf(parts);
        }

        long length() {
            return parts.stream().mapToLong(part -> part).sum();
        }
    }

    /**
     * Horizontal bars.
     *
     * @param legend the names of the segments; empty if each bar has only one
     */
    static RawString bars(Caption said, List<String> legend, List<Bar> bars) {
        int top = legend.size() * 18 + 4;
        var svg = begin(said, top + bars.size() * ROW, "");
        var shades = shades(legend);
        for (int at = 0; at < legend.size(); at++) {
            svg.append(rect(0, at * 18 + 2, 12, 12, shades.get(at)));
            svg.append(text(18, at * 18 + 13, 12, "start", legend.get(at)));
        }
        long longest = bars.stream().mapToLong(Bar::length).max().orElse(0);
        for (int at = 0; at < bars.size(); at++) {
            bar(svg, bars.get(at), top + at * ROW, Math.max(1, longest), shades);
        }
        return end(svg);
    }

    private static List<String> shades(List<String> legend) {
        return switch (legend.size()) {
            case 0, 1 -> List.of(SHADES.get(2));
            case 2 -> List.of(SHADES.get(1), LATE);
            default -> SHADES;
        };
    }

    private static void bar(StringBuilder svg, Bar bar, int y, long longest, List<String> shades) {
        svg.append(text(0, y + 12, 13, "start", cut(bar.label())));
        svg.append(text(WIDTH, y + 12, 13, "end", bar.figure()));
        svg.append(rect(0, y + 18, WIDTH, 12, "#eef2f1"));
        double x = 0;
        for (int at = 0; at < bar.parts().size(); at++) {
            double width = bar.parts().get(at) * (double) WIDTH / longest;
            if (width > 0) {
                svg.append(rect(x, y + 18, Math.max(1, width), 12, shades.get(at)));
            }
            x += width;
        }
    }

    private static String cut(String label) {
        return label.length() > MAX_LABEL ? label.substring(0, MAX_LABEL - 1) + "…" : label;
    }

    /** A chart's id on its page, its title, and its description in words. */
    record Caption(String id, String title, String description) {}

    /**
     * Vertical columns, such as weeks.
     *
     * @param first the label under the first column
     * @param last the label under the last
     */
    static RawString columns(Caption said, List<Long> values, String first, String last) {
        int floor = 100;
        int height = 78;
        var svg = begin(said, floor + 20, " exeat-chart--small");
        long most = Math.max(1, values.stream().mapToLong(value -> value).max().orElse(0));
        double step = (double) WIDTH / Math.max(1, values.size());
        for (int at = 0; at < values.size(); at++) {
            long value = values.get(at);
            double tall = value * (double) height / most;
            double x = at * step;
            if (value > 0) {
                tall = Math.max(1, tall);
                svg.append(rect(x + 2, floor - tall, step - 4, tall, SHADES.get(2)));
            }
            svg.append(text(x + step / 2, floor - tall - 4, 11, "middle", "" + value));
        }
        svg.append(rect(0, floor, WIDTH, 1, INK));
        svg.append(text(0, floor + 15, 12, "start", first));
        svg.append(text(WIDTH, floor + 15, 12, "end", last));
        return end(svg);
    }

    private static StringBuilder begin(Caption said, int height, String look) {
        var names = said.id() + "-title " + said.id() + "-desc";
        return new StringBuilder()
                .append("<svg class=\"exeat-chart%s\" role=\"img\"".formatted(look))
                .append(
                        " aria-labelledby=\"%s\" viewBox=\"0 0 %d %d\">"
                                .formatted(names, WIDTH, height))
                .append(
                        "<title id=\"%s-title\">%s</title>"
                                .formatted(said.id(), escape(said.title())))
                .append(
                        "<desc id=\"%s-desc\">%s</desc>"
                                .formatted(said.id(), escape(said.description())));
    }

    private static RawString end(StringBuilder svg) {
        return new RawString(svg.append("</svg>").toString());
    }

    private static String rect(double x, double y, double width, double height, String fill) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                width,
                height,
                fill);
    }

    private static String text(double x, double y, int size, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s"
                        + "</text>",
                x,
                y,
                size,
                anchor,
                INK,
                escape(text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
