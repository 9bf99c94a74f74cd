package exeat.tool.office;

import exeat.casework.state.Enactment;
import exeat.casework.value.RulePair;
import exeat.desk.Office;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The life of a directive as people read it in a terminal. */
final class EnactmentText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT);

    private EnactmentText() {}

    /** Its versions, which is in force, and who signed each rule; empty where none is stored. */
    static String of(Office office, String id) {
        var register = office.register();
        var current = register.directive(id);
        return current.map(directive -> text(office, directive)).orElse("");
    }

    private static String text(Office office, Directive current) {
        var register = office.register();
        var id = current.ref().id();
        var text = new StringBuilder("\n");
        text.append("standing    %s%n".formatted(words(register.standing(current).name())));
        var put =
                register.tenure(id).versions().stream()
                        .map(v -> v.ref().hash())
                        .collect(Collectors.toSet());
        for (var ref : register.directives()) {
            if (ref.id().equals(id)) {
                text.append(
                        "version     %s, sha256 %s, %s%n"
                                .formatted(
                                        ref.version(),
                                        ref.hash(),
                                        put.contains(ref.hash())
                                                ? "was put in force"
                                                : "only stored"));
            }
        }
        var signatures =
                register.signatures(id).stream()
                        .collect(Collectors.groupingBy(DirectiveRegister.Signature::pair));
        text.append("%nsigned, of version %s:%n".formatted(current.ref().version()));
        for (var pair : RulePair.of(current)) {
            text.append(line(pair, signatures.getOrDefault(pair.hash(), List.of())));
        }
        return text.toString();
    }

    private static String line(RulePair pair, List<DirectiveRegister.Signature> signatures) {
        var by =
                signatures.stream()
                        .map(s ->
                                s.name()
                                        + " ("
                                        + s.by().text()
                                        + ") "
                                        + MINUTE.format(s.at().atOffset(ZoneOffset.UTC)))
                        .collect(Collectors.joining("; "));
        int missing = Enactment.SIGNATURES - signatures.size();
        var still = missing > 0 ? missing + " missing" : "";
        return "  %-7s %-28s %s%n"
                .formatted(
                        pair.number(),
                        pair.rule().id(),
                        by + (by.isEmpty() || still.isEmpty() ? "" : "; ") + still);
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
