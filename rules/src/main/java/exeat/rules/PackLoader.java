package exeat.rules;

import exeat.rules.authority.LegacyUnitFunctions;
import exeat.rules.authority.OfficeDirectory;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.decide.Tables;
import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.compose.ModelReader;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactDefinition;
import exeat.rules.pack.AuthoritiesReader;
import exeat.rules.pack.DirectoryReader;
import exeat.rules.pack.MessageKeys;
import exeat.rules.pack.MessagesReader;
import exeat.rules.pack.ModelCompiler;
import exeat.rules.pack.OwnWord;
import exeat.rules.pack.PackFiles;
import exeat.rules.pack.PackRecord;
import exeat.rules.pack.RecordReader;
import exeat.rules.pack.RowReader;
import exeat.rules.pack.VocabularyReader;
import exeat.rules.pack.WordsBelow;
import exeat.rules.source.PackProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a pack's files and collects all problems. */
final class PackLoader {

    private final PackExtension extension;
    private final Map<String, byte[]> files;
    private final String hash;
    private final Optional<String> stored;
    private final PackProblems problems;

    /**
     * @param hash over every file, also those of what the pack extends
     * @param stored the hash under which it was stored, if any
     */
    PackLoader(
            PackExtension extension, String hash, Optional<String> stored, PackProblems problems) {
        this.extension = extension;
        this.files = extension.own();
        this.hash = hash;
        this.stored = stored;
        this.problems = problems;
    }

    /** What was read; the directive is there when it is sound. */
    private record Read(ParsedPack draft, Optional<Directive> directive) {}

    /** The directive; empty when there are problems. */
    Optional<Directive> directive(String id) {
        return read(id).flatMap(Read::directive);
    }

    /** The pack, sound or not; empty when it cannot be read. */
    Optional<ParsedPack> parsed(String id) {
        return read(id).map(Read::draft);
    }

    private Optional<Read> read(String id) {
        var record = record();
        var extended = record.flatMap(PackRecord::extended);
        var parent = extension.parent(id, extended, problems);
        if (extended.isPresent() && parent.isEmpty()) {
            return Optional.empty();
        }
        var vocabulary = vocabulary(parent);
        var authorities = authorities(parent);
        var model = model(vocabulary);
        var messages = new MessagesReader(problems).read(files);
        if (record.isEmpty() || vocabulary.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        var read = vocabulary.get();
        var compiled = compiled(model.get(), read, record.get(), authorities);
        boolean readable = compiled.isPresent() || !model.get().unprovable().isEmpty();
        if (authorities.isEmpty() || !readable) {
            return Optional.empty();
        }
        var directory = directory(authorities.get());
        var keys =
                compiled.filter(_ -> rulesAreSound())
                        .map(ModelCompiler.Compiled::tables)
                        .map(all -> keys(read, record.get(), authorities.get(), all, directory));
        var above = parent.map(Directive::messages);
        var whole =
                keys.map(all ->
                                messages.check(
                                        all, authorities.get(), record.get().record(), above))
                        .filter(_ -> !problems.hasFaults());
        parent.ifPresent(from -> below(messages.own(), record.get(), from));
        if (!problems.isReadable()) {
            return Optional.empty();
        }
        var limits = limits(authorities.get().limits(), parent).in(read.vocabulary().zone());
        var upward = upward(authorities.get(), parent);
        var parts =
                new ParsedPack.Parts(
                        new DirectiveRef(id, record.get().version(), hash),
                        hash,
                        record.get(),
                        parent,
                        read.vocabulary(),
                        read.links(),
                        model.get(),
                        compiled.map(ModelCompiler.Compiled::tables),
                        messages.own(),
                        procedure(read, authorities.get(), limits, upward));
        var draft = new ParsedPack(parts, problems.found(), problems.notes(), messages.missing());
        var sound = whole.filter(_ -> !problems.hasFaults());
        var source =
                sound.map(words ->
                        new Directive.Source(
                                parts.ref(),
                                record.get(),
                                parent,
                                read.vocabulary(),
                                read.purposes(),
                                read.links(),
                                authorities.get().division(),
                                authorities.get().tree(),
                                directory,
                                limits,
                                upward,
                                words,
                                draft));
        var directive = source.map(from -> directive(from, compiled.orElseThrow()));
        return Optional.of(new Read(directive.map(Directive::parsed).orElse(draft), directive));
    }

    private static ParsedPack.Procedure procedure(
            VocabularyReader.Read read,
            AuthoritiesReader.Authorities authorities,
            TimeLimits limits,
            UpwardReporting upward) {
        return new ParsedPack.Procedure(
                read.purposes(), authorities.division(), authorities.tree(), limits, upward);
    }

    /** What a local pack must not say again of what it has from its parent. */
    private void below(List<OwnWord> own, PackRecord record, Directive parent) {
        reworded(own, parent);
        weighedTwice(record, parent);
        if (record.fees().isPresent() && parent.fees().isPresent()) {
            problems.in(PackFiles.RECORD)
                    .addFault(0, "fees", "are those of the pack above already");
        }
    }

    /** Texts for the parent's things do not stop the reading, because proofs report them too. */
    private void reworded(List<OwnWord> own, Directive parent) {
        WordsBelow.of(own, parent.messages(), parent.things())
                .forEach(bad ->
                        problems.in(bad.own().file())
                                .addFault(
                                        bad.own().line(),
                                        bad.own().key(),
                                        bad.message(parent.ref().id())));
    }

    /** What the parent wants weighed stays what it is; a local pack can only add to it. */
    private void weighedTwice(PackRecord own, Directive parent) {
        for (var point : own.weigh()) {
            if (parent.weigh().stream().anyMatch(above -> above.id().equals(point.id()))) {
                problems.in(PackFiles.RECORD)
                        .addFault(
                                0, "weigh", "is weighed already by the pack above: " + point.id());
            }
        }
    }

    private static MessageKeys keys(
            VocabularyReader.Read read,
            PackRecord record,
            AuthoritiesReader.Authorities authorities,
            Tables tables,
            OfficeDirectory directory) {
        return new MessageKeys(
                read.vocabulary(),
                read.purposes(),
                record,
                authorities.division(),
                tables,
                directory);
    }

    /** Where the offices are; empty if the pack does not say. */
    private OfficeDirectory directory(AuthoritiesReader.Authorities authorities) {
        return Optional.ofNullable(files.get(PackFiles.DIRECTORY))
                .map(bytes ->
                        DirectoryReader.read(
                                bytes, authorities.tree(), problems.in(PackFiles.DIRECTORY)))
                .orElse(OfficeDirectory.NONE);
    }

    /** Words of what an unsound rule leaves out would be told as too many. */
    private boolean rulesAreSound() {
        return Stream.of(
                        PackFiles.RECORD,
                        PackFiles.RULES,
                        PackFiles.VOCABULARY,
                        PackFiles.AUTHORITIES)
                .noneMatch(file -> problems.in(file).hasFaults());
    }

    private Optional<PackRecord> record() {
        return RecordReader.read(bytes(PackFiles.RECORD), problems.in(PackFiles.RECORD));
    }

    private Optional<ModelCompiler.Compiled> compiled(
            DecisionModel model,
            VocabularyReader.Read read,
            PackRecord record,
            Optional<AuthoritiesReader.Authorities> authorities) {
        if (!model.unprovable().isEmpty()) {
            return Optional.empty();
        }
        var division = authorities.map(AuthoritiesReader.Authorities::division);
        return new ModelCompiler(read.vocabulary(), division, problems.in(PackFiles.RULES))
                .compile(model, record, read, problems);
    }

    private Optional<VocabularyReader.Read> vocabulary(Optional<Directive> parent) {
        return VocabularyReader.read(
                bytes(PackFiles.VOCABULARY),
                parent.map(above ->
                        new VocabularyReader.Parent(
                                above.vocabulary(), above.purposes(), above.links())),
                problems.in(PackFiles.VOCABULARY));
    }

    private Optional<AuthoritiesReader.Authorities> authorities(Optional<Directive> parent) {
        return AuthoritiesReader.read(
                bytes(PackFiles.AUTHORITIES),
                parent.map(Directive::division).orElse(LegacyUnitFunctions.division()),
                problems.in(PackFiles.AUTHORITIES));
    }

    /** The decisions over the facts; what cannot be proved of them is a fault of the file. */
    private Optional<DecisionModel> model(Optional<VocabularyReader.Read> vocabulary) {
        var found = problems.in(PackFiles.RULES);
        boolean whole = problems.in(PackFiles.VOCABULARY).isEmpty();
        var facts =
                vocabulary
                        .filter(read -> whole)
                        .map(read ->
                                read.vocabulary().facts().stream()
                                        .map(FactDefinition::asRead)
                                        .toList());
        var beside =
                files.entrySet().stream()
                        .filter(file -> PackFiles.isImportable(file.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        var model = ModelReader.read(bytes(PackFiles.RULES), beside, facts, RowReader.NAMES, found);
        model.ifPresent(read ->
                read.unprovable()
                        .forEach(one ->
                                found.addFault(
                                        one.line(),
                                        one.element(),
                                        "is not provable: " + one.why())));
        return model;
    }

    /** The pack's own way to count, or that of what it extends; a proof compares the two. */
    private static TimeLimits limits(Optional<TimeLimits> own, Optional<Directive> parent) {
        return own.or(() -> parent.map(Directive::limits))
                .orElseGet(() -> TimeLimits.plain(java.time.ZoneOffset.UTC));
    }

    private static UpwardReporting upward(
            AuthoritiesReader.Authorities own, Optional<Directive> parent) {
        return own.upward().or(parent.map(Directive::upward).orElse(UpwardReporting.NOTHING));
    }

    private Directive directive(Directive.Source source, ModelCompiler.Compiled compiled) {
        return new Directive(source, stored, compiled.matcher(), compiled.answers());
    }

    private byte[] bytes(String name) {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalStateException("checked before: " + name);
        }
        return bytes;
    }
}
