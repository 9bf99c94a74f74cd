package exeat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.source.PackException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A whole pack of which one file is the input: its first byte says which, the rest is what the file
 * holds. What is read decides by the same canonical form when it is read again.
 */
final class PackTarget implements Target {

    private static final String ID = "prc-1963";

    private final Map<String, byte[]> files;
    private final List<String> names;

    PackTarget() throws PackException {
        files = new TreeMap<>(Pack.files(packs().resolve(ID)));
        names =
                files.keySet().stream()
                        .filter(name -> name.endsWith(".yaml") || name.endsWith(".dmn"))
                        .toList();
    }

    static Path packs() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root, "directives");
    }

    @Override
    public void run(byte[] input) {
        if (input.length == 0) {
            return;
        }
        var changed = new HashMap<>(files);
        var name = names.get((input[0] & 0xff) % names.size());
        changed.put(name, Arrays.copyOfRange(input, 1, input.length));
        try {
            var read = Pack.read(ID, changed);
            assertThat(Pack.read(ID, changed).ref()).isEqualTo(read.ref());
        } catch (PackException declared) {
            assertThat(declared.getMessage()).isNotBlank();
        }
    }

    @Override
    public List<byte[]> seeds() {
        return names.stream().map(this::seed).toList();
    }

    private byte[] seed(String name) {
        var out = new ByteArrayOutputStream();
        out.write(names.indexOf(name));
        out.writeBytes(Objects.requireNonNull(files.get(name)));
        return out.toByteArray();
    }

    @Override
    public List<String> words() {
        return List.of(
                "<decision id=\"x\" name=\"x\">",
                "</decision>",
                "<rule id=\"r\">",
                "<inputEntry><text>-</text></inputEntry>",
                "hitPolicy=\"COLLECT\"",
                "aggregation=\"SUM\"",
                "typeRef=\"number\"",
                "<text>",
                "</text>",
                "date(\"2020-01-01\")",
                "[1..2]",
                "not(",
                "null",
                "type: number",
                "protected: true",
                "  - id: x\n",
                "extends: ",
                "source: declared\n",
                new String(new byte[] {2}, StandardCharsets.US_ASCII));
    }
}
