package exeat.rules;

import exeat.rules.dmn.DmnReader;
import java.util.Map;
import java.util.Optional;

/** One reading of a pack's files, collecting what is wrong on the way. */
final class PackReading {

    private final Extension extension;
    private final Map<String, byte[]> files;
    private final String hash;
    private final PackProblems problems;

    /**
     * @param hash over every file, also those of what the pack extends
     */
    PackReading(Extension extension, String hash, PackProblems problems) {
        this.extension = extension;
        this.files = extension.own();
        this.hash = hash;
        this.problems = problems;
    }

    /** The directive; empty when there are problems. */
    Optional<Directive> directive(String id) {
        var record = RecordReader.read(bytes(PackFiles.RECORD), problems.in(PackFiles.RECORD));
        var extended = record.flatMap(PackRecord::extended);
        var parent = extension.parent(id, extended, problems);
        if (extended.isPresent() && parent.isEmpty()) {
            return Optional.empty();
        }
        var vocabulary =
                VocabularyReader.read(
                        bytes(PackFiles.VOCABULARY), parent, problems.in(PackFiles.VOCABULARY));
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
        var whole = messages.check(keys, authorities.get(), record.get().record(), parent);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var ref = new DirectiveRef(id, record.get().version(), hash);
        var source =
                new Directive.Source(
                        ref,
                        record.get(),
                        parent,
                        read.vocabulary(),
                        read.links(),
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
