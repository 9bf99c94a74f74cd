package exeat.web.kit;

import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.web.component.Inset;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.Optional;

/** Which directive a page is about. */
public final class Directives {

    private Directives() {}

    /** Why no rule decides what is filed today; empty while rules do. */
    public static Optional<String> without(Office office, Words words) {
        return switch (office.register().standing(current(office))) {
            case IN_FORCE, NEVER_IN_FORCE -> Optional.empty();
            case SUSPENDED -> Optional.of(words.say("without.SUSPENDED"));
            case REPEALED -> Optional.of(words.say("without.REPEALED"));
            case OUTSIDE_ITS_DAYS -> Optional.of(words.say("without.OUTSIDE_ITS_DAYS"));
        };
    }

    /** Says that the directive has no words in the reader's language; empty where it has. */
    public static Optional<Inset> unspoken(Directive directive, Words words) {
        return directive.messages().languages().contains(words.lang())
                ? Optional.empty()
                : Optional.of(new Inset(words.say("directive.english")));
    }

    /** The directive under which applications are taken now. */
    public static Directive current(Office office) {
        return office.register().current().orElseThrow(ServiceUnavailableException::new);
    }
}
