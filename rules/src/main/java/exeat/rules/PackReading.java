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

    /** What was read; the directive is there when it is sound. */
    private record Read(Draft draft, Optional<Directive> directive) {}

    /** The directive; empty when there are problems. */
    Optional<Directive> directive(String id) {
        return read(id).flatMap(Read::directive);
    }

    /** The pack, sound or not; empty when it cannot be read. */
    Optional<Draft> draft(String id) {
        return read(id).map(Read::draft);
    }

    private Optional<Read> read(String id) {
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
        Optional<Messages> whole = Optional.empty();
        if (!problems.hasFaults()) {
            var keys = new MessageKeys(read.vocabulary(), record.get(), compiled.get().tables());
            whole =
                    Optional.of(
                            messages.check(
                                    keys, authorities.get().tree(), record.get().record(), parent));
        }
        if (!problems.isReadable()) {
            return Optional.empty();
        }
        var parts =
                new Draft.Parts(
                        new DirectiveRef(id, record.get().version(), hash),
                        record.get(),
                        parent,
                        read.vocabulary(),
                        read.links(),
                        model.get(),
                        compiled.get().tables());
        var draft = new Draft(parts, problems.found());
        var limits = limits(authorities.get().limits(), parent).in(read.vocabulary().zone());
        if (!problems.isReadable()) {
            return Optional.empty();
        }
        var source =
                whole.map(words ->
                        new Directive.Source(
                                parts.ref(),
                                record.get(),
                                parent,
                                read.vocabulary(),
                                read.links(),
                                authorities.get().tree(),
                                limits,
                                words,
                                Pack.views(model.get()),
                                draft));
        return Optional.of(new Read(draft, source.map(sound -> directive(sound, compiled.get()))));
    }

    /**
     * The pack's own way to count, or that of what it extends. A local pack that counted longer
     * would add what no comparison of numbers shows.
     */
    private Limits limits(Optional<Limits> own, Optional<Directive> parent) {
        var above = parent.map(Directive::limits);
        if (own.isPresent() && above.filter(own.get()::countsLongerThan).isPresent()) {
            problems.in(PackFiles.AUTHORITIES)
                    .add(0, "limits", "count longer days than what the pack extends");
        }
        return own.or(() -> above).orElseGet(() -> Limits.plain(java.time.ZoneOffset.UTC));
    }

    private static Directive directive(Directive.Source source, Compiler.Compiled compiled) {
        return new Directive(source, compiled.matcher(), compiled.answers());
    }

    private byte[] bytes(String name) {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalStateException("checked before: " + name);
        }
        return bytes;
    }
}
