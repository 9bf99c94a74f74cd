package exeat.desk.register;

import exeat.desk.base.StoreCalls;
import exeat.rules.document.ArchivalTextReader;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.source.PackException;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.RegisterStore;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Records of directives that archives published. */
final class ImportedTexts {

    private final RegisterStore store;

    ImportedTexts(RegisterStore store) {
        this.store = store;
    }

    /** See {@link DirectiveRegister#importText}. */
    String read(String fileName, String text, Instant now) throws PackException {
        var bytes = Bytes.utf8(text);
        var record = ArchivalTextReader.read(fileName, bytes.array());
        var id = record.date() + "-" + bytes.sha256().hex().substring(0, 8);
        StoreCalls.run(() -> store.store(new RegisterStore.Imported(id, fileName, text), now));
        return id;
    }

    Optional<DirectiveRecord> find(String id) {
        return StoreCalls.get(store::imported).stream()
                .filter(text -> text.id().equals(id))
                .findFirst()
                .map(ImportedTexts::record);
    }

    Stream<String> ids() {
        return StoreCalls.get(store::imported).stream().map(RegisterStore.Imported::id);
    }

    private static DirectiveRecord record(RegisterStore.Imported text) {
        try {
            return ArchivalTextReader.read(text.fileName(), Bytes.utf8(text.content()).array());
        } catch (PackException broken) {
            throw new OfficeException(
                    Code.FAULT, "an imported text cannot be read: " + text.id(), broken);
        }
    }
}
