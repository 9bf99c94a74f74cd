package exeat.rules;

import exeat.rules.dmn.DmnReader;
import java.util.Map;
import java.util.Optional;

/** One reading of a pack's files, collecting what is wrong on the way. */
final class PackReading {

    private final Map<String, byte[]> files;
    private final PackProblems problems;

    PackReading(Map<String, byte[]> files, PackProblems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The directive; empty when there are problems. */
    Optional<Directive> directive(String id) {
        var record = RecordReader.read(bytes(PackFiles.RECORD), problems.in(PackFiles.RECORD));
        var vocabulary =
                VocabularyReader.read(
                        bytes(PackFiles.VOCABULARY), problems.in(PackFiles.VOCABULARY));
        var authorities =
                AuthoritiesReader.read(
                        bytes(PackFiles.AUTHORITIES), problems.in(PackFiles.AUTHORITIES));
        var model = DmnReader.read(bytes(PackFiles.RULES), problems.in(PackFiles.RULES));
        var messages = new MessagesReader(problems).read(files);
        if (record.isEmpty() || vocabulary.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        var read = vocabulary.get();
        var compiled =
                new Compiler(read.vocabulary(), problems.in(PackFiles.RULES))
                        .compile(model.get(), record.get(), read.lines(), problems);
        if (authorities.isEmpty() || compiled.isEmpty()) {
            return Optional.empty();
        }
        var keys = new MessageKeys(read.vocabulary(), record.get(), compiled.get().tables());
        var whole = messages.check(keys, authorities.get(), record.get().record());
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var ref = new DirectiveRef(id, record.get().version(), PackFiles.hash(files));
        var source =
                new Directive.Source(
                        ref,
                        record.get(),
                        read.vocabulary(),
                        authorities.get(),
                        whole,
                        Pack.views(model.get()));
        return Optional.of(
                new Directive(source, compiled.get().matcher(), compiled.get().answers()));
    }

    private byte[] bytes(String name) {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalStateException("checked before: " + name);
        }
        return bytes;
    }
}
