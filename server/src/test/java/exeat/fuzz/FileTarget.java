package exeat.fuzz;

import exeat.rules.pack.RecordReader;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.XmlReader;
import exeat.rules.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A single file of a pack as YAML, as a record and as XML. */
final class FileTarget implements Target {

    @Override
    public void run(byte[] input) {
        YamlReader.read(input, new ProblemCollector());
        RecordReader.read(input, new ProblemCollector());
        RecordReader.extended(input);
        XmlReader.read(input, new ProblemCollector());
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        var pack = PackTarget.packs().resolve("prc-1963");
        var eu = PackTarget.packs().resolve("eu-2003-86");
        return List.of(
                part(pack.resolve("record.yaml")),
                part(pack.resolve("vocabulary.yaml")),
                part(eu.resolve("record.yaml")),
                "<a xmlns='b'><c d=\"e\">f</c><![CDATA[g]]></a>".getBytes(StandardCharsets.UTF_8),
                "a: {b: [c, 'd', \"e\"]}\nf: |\n  g\n  h\ni: >-\n  j\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] part(Path file) throws IOException {
        var all = Files.readAllBytes(file);
        return java.util.Arrays.copyOf(all, Math.min(all.length, 6000));
    }

    @Override
    public List<String> words() {
        return List.of(
                "&a ",
                "*a",
                "!!int ",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "? ",
                "- ",
                ": ",
                "|\n",
                ">-\n",
                "<<: ",
                "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                "&b;",
                "&#0;",
                "&#x1F600;",
                "<![CDATA[",
                "]]>",
                "<?xml ?>",
                "<!--",
                "-->",
                "xmlns:a=\"b\" ",
                "</",
                "/>",
                "\"\"",
                "''",
                "#");
    }
}
