package exeat.tool.office;

import exeat.desk.Office;
import exeat.rules.document.DirectiveRef;
import java.nio.file.Path;

/** What the commands on directives ask the office for. */
public final class DirectiveClient {

    private DirectiveClient() {}

    /** Stores an archive's text and returns its id. */
    public static String importText(DataOptions options, String fileName, String text) {
        return OperatorSession.begin(
                options, office -> office.register().importText(fileName, text));
    }

    /** Keeps a pack as a draft. */
    public static DirectiveRef keep(DataOptions options, Path pack) {
        return OperatorSession.begin(options, office -> office.register().storeDraft(pack));
    }

    /** The record of an imported text or of a stored pack; empty when there is none. */
    public static String show(DataOptions options, String id) {
        return OperatorSession.in(
                options,
                office ->
                        office.register()
                                .record(id)
                                .map(record ->
                                        RecordText.of(id, record) + EnactmentText.of(office, id))
                                .orElse(""));
    }

    /**
     * The status of a stored directive: versions in force, and who signed what; empty if there is
     * none.
     */
    public static String life(DataOptions options, String id) {
        return OperatorSession.in(options, office -> EnactmentText.of(office, id));
    }

    public static String list(DataOptions options) {
        return OperatorSession.in(options, DirectiveClient::list);
    }

    private static String list(Office office) {
        var text = new StringBuilder();
        var register = office.register();
        for (var ref : register.directives()) {
            var hash = ref.hash().substring(0, 16);
            text.append(
                    "%-28s in the register, version %s, %s%n"
                            .formatted(ref.id(), ref.version(), hash));
        }
        for (var ref : register.drafts()) {
            text.append(
                    "%-28s draft, version %s, %s%n"
                            .formatted(ref.id(), ref.version(), ref.hash().substring(0, 16)));
        }
        for (var id : register.records()) {
            if (register.directive(id).isEmpty()) {
                text.append("%-28s imported text%n".formatted(id));
            }
        }
        return text.toString();
    }
}
