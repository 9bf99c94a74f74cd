package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit's command, on a kit of one model. */
class TckTest {

    private static final String MODEL =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">
              <inputData id="i" name="full size"><variable name="full size" typeRef="number"/></inputData>
              <decision id="d" name="double">
                <informationRequirement><requiredInput href="#i"/></informationRequirement>
                <literalExpression><text>full size * 2</text></literalExpression>
              </decision>
              <decision id="j" name="java">
                <literalExpression><text>function(a) external {java: {}}</text></literalExpression>
              </decision>
            </definitions>
            """;

    private static final String TESTS =
            """
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
              <modelName>m.dmn</modelName>
              <testCase id="1">
                <inputNode name="full size"><value xsi:type="xsd:decimal">2.5</value></inputNode>
                <resultNode name="double"><expected>
                  <value xsi:type="xsd:decimal">EXPECTED</value>
                </expected></resultNode>
              </testCase>
              <testCase id="2">
                <resultNode name="java"><expected><value xsi:nil="true"/></expected></resultNode>
              </testCase>
            </testCases>
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void passed_failed_and_refused_tests_are_counted() throws IOException {
        write("5.0");
        var good = Ran.exeat("tck", folder.toString());
        assertThat(good.outLines())
                .containsExactly(
                        "refused m-test-01.xml 2 java: java: literalExpression (line 8) is not supported:"
                                + " an external function",
                        "1 passed, 0 failed, 1 refused");
        assertThat(good.status()).isZero();
        write("6");
        var bad = Ran.exeat("tck", folder.toString());
        assertThat(bad.outLines())
                .first()
                .asString()
                .startsWith("failed  m-test-01.xml 1 double: ");
        assertThat(bad.outLines()).last().isEqualTo("0 passed, 1 failed, 1 refused");
        assertThat(bad.status()).isEqualTo(1);
    }

    @Test
    void no_folder_and_no_kit_are_misuse() {
        assertThat(Ran.exeat("tck", folder.resolve("none").toString()).status()).isEqualTo(2);
        assertThat(Ran.exeat("tck", folder.toString()).status()).isEqualTo(2);
    }

    private void write(String expected) throws IOException {
        var inner = Files.createDirectories(folder.resolve("level").resolve("m"));
        Files.writeString(inner.resolve("m.dmn"), MODEL);
        Files.writeString(inner.resolve("m-test-01.xml"), TESTS.replace("EXPECTED", expected));
    }
}
