package exeat.desk.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of tables in Office Open XML (ECMA-376), as spreadsheets read it: texts and whole
 * numbers, a head that stays in sight, no formula, nothing that runs.
 */
final class XlsxWriter {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES =
            "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String KIND =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private XlsxWriter() {}

    /**
     * A table.
     *
     * @param name of at most 31 characters, and none of {@code []:*?/\}
     * @param rows each cell a {@link String} or a {@link Long}
     */
    record Table(String name, List<String> head, List<List<Object>> rows) {
        Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            if (!name.matches("[^\\[\\]:*?/\\\\]{1,31}")) {
                throw new IllegalArgumentException("not the name of a sheet: " + name);
            }
        }
    }

    /** Writes tables; equal tables give equal bytes. */
    static byte[] write(List<Table> tables) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", types(tables.size()));
            put(zip, "_rels/.rels", rels(List.of("officeDocument xl/workbook.xml")));
            put(zip, "xl/workbook.xml", workbook(tables));
            put(zip, "xl/_rels/workbook.xml.rels", rels(parts(tables.size())));
            put(zip, "xl/styles.xml", STYLES);
            for (int at = 0; at < tables.size(); at++) {
                put(zip, "xl/worksheets/sheet" + (at + 1) + ".xml", sheet(tables.get(at)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a workbook could not be written", broken);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write((XML + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types(int sheets) {
        return "<Types xmlns=\"%s\">".formatted(TYPES)
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + type("/xl/workbook.xml", "sheet.main+xml")
                + type("/xl/styles.xml", "styles+xml")
                + IntStream.rangeClosed(1, sheets)
                        .mapToObj(n -> type("/xl/worksheets/sheet" + n + ".xml", "worksheet+xml"))
                        .collect(Collectors.joining())
                + "</Types>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, KIND, kind);
    }

    private static List<String> parts(int sheets) {
        var sheet =
                IntStream.rangeClosed(1, sheets)
                        .mapToObj(n -> "worksheet worksheets/sheet" + n + ".xml");
        return java.util.stream.Stream.concat(
                        sheet, java.util.stream.Stream.of("styles styles.xml"))
                .toList();
    }

    private static String rels(List<String> parts) {
        return "<Relationships xmlns=\"%s\">".formatted(PACKAGE)
                + IntStream.range(0, parts.size())
                        .mapToObj(at -> {
                            var part = parts.get(at).split(" ", 2);
                            return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                                    .formatted(at + 1, LINKS, part[0], part[1]);
                        })
                        .collect(Collectors.joining())
                + "</Relationships>";
    }

    private static String workbook(List<Table> tables) {
        return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, LINKS)
                + IntStream.range(0, tables.size())
                        .mapToObj(at ->
                                "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                                        .formatted(escape(tables.get(at).name()), at + 1, at + 1))
                        .collect(Collectors.joining())
                + "</sheets></workbook>";
    }

    /** Two looks: plain, and bold for the head. */
    private static final String STYLES =
            "<styleSheet xmlns=\"%s\">".formatted(MAIN)
                    + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                    + "<borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs>"
                    + "</styleSheet>";

    private static String sheet(Table table) {
        var xml = new StringBuilder("<worksheet xmlns=\"%s\">".formatted(MAIN));
        xml.append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\"")
                .append(" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews>")
                .append("<cols><col min=\"1\" max=\"1\" width=\"24\" customWidth=\"1\"/>")
                .append("<col min=\"2\" max=\"2\" width=\"36\" customWidth=\"1\"/></cols>")
                .append("<sheetData>");
        row(xml, 1, List.copyOf(table.head()), 1);
        for (int at = 0; at < table.rows().size(); at++) {
            row(xml, at + 2, table.rows().get(at), 0);
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void row(
            StringBuilder xml, int number, List<? extends Object> cells, int style) {
        xml.append("<row r=\"").append(number).append("\">");
        for (int at = 0; at < cells.size(); at++) {
            var place = column(at) + number;
            xml.append(
                    cells.get(at) instanceof Long n
                            ? "<c r=\"%s\" s=\"%d\"><v>%d</v></c>".formatted(place, style, n)
                            : "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                    .formatted(place, style, escape("" + cells.get(at))));
        }
        xml.append("</row>");
    }

    /** The letters of a column: A for the first, AA after Z. */
    static String column(int at) {
        var letter = String.valueOf((char) ('A' + at % 26));
        return at < 26 ? letter : column(at / 26 - 1) + letter;
    }

    /** What XML 1.0 cannot hold is left out. */
    private static String escape(String text) {
        return text.replaceAll(
                        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
