package exeat.web;

import exeat.desk.Office;
import exeat.rules.Directive;
import jakarta.ws.rs.ServiceUnavailableException;

/** Which directive a page is about. */
public final class Directives {

    private Directives() {}

    /** The directive under which applications are taken now. */
    public static Directive current(Office office) {
        return office.register().directives().stream()
                .map(office.register()::directive)
                .filter(directive -> !directive.isModel())
                .findFirst()
                .orElseThrow(ServiceUnavailableException::new);
    }
}
