package exeat.desk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class XlsxWriterTest {

    private static final XlsxWriter.Table TABLE =
            new XlsxWriter.Table(
                    "One & only",
                    List.of("unit", "n"),
                    List.of(List.of("jl <\u0000김>", 12L), List.of("=1+1", 9_007_199_254_740_991L)));

    private static Map<String, Document> parts(byte[] book)
            throws IOException, ParserConfigurationException, SAXException {
        var parts = new HashMap<String, Document>();
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = new ByteArrayInputStream(zip.readAllBytes());
                parts.put(entry.getName(), factory.newDocumentBuilder().parse(bytes));
            }
        }
        return parts;
    }

    @Test
    void every_part_is_well_formed_and_every_link_leads_to_one() throws Exception {
        var parts = parts(XlsxWriter.write(List.of(TABLE, TABLE)));

        assertThat(parts.keySet())
                .contains("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml");
        var links = Objects.requireNonNull(parts.get("xl/_rels/workbook.xml.rels"));
        var all = links.getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            var target = all.item(i).getAttributes().getNamedItem("Target").getNodeValue();
            assertThat(parts).containsKey("xl/" + target);
        }
    }

    @Test
    void a_number_is_a_number_and_a_text_is_never_a_formula() throws Exception {
        var sheet =
                Objects.requireNonNull(
                        parts(XlsxWriter.write(List.of(TABLE))).get("xl/worksheets/sheet1.xml"));

        assertThat(sheet.getElementsByTagNameNS("*", "f").getLength()).isZero();
        var cells = sheet.getElementsByTagNameNS("*", "c");
        assertThat(cells.item(2).getTextContent()).isEqualTo("jl <김>");
        assertThat(cells.item(3).getTextContent()).isEqualTo("12");
        assertThat(cells.item(3).getAttributes().getNamedItem("t")).isNull();
        assertThat(cells.item(4).getTextContent()).isEqualTo("=1+1");
        assertThat(cells.item(4).getAttributes().getNamedItem("t").getNodeValue())
                .isEqualTo("inlineStr");
    }

    @Test
    void the_same_tables_give_the_same_bytes() {
        assertThat(XlsxWriter.write(List.of(TABLE))).isEqualTo(XlsxWriter.write(List.of(TABLE)));
    }

    @Test
    void columns_have_letters_and_sheets_have_names_that_spreadsheets_take() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702))
                .extracting(XlsxWriter::column)
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
        assertThatThrownBy(() -> new XlsxWriter.Table("a/b", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
