package exeat.desk.auth;

import exeat.casework.command.Actor;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.authority.UnitFunction;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.util.List;
import java.util.TreeSet;

/**
 * Who needs a second factor: lawyers, auditors, administrators, and officers of functions that
 * packs declare.
 */
public final class AskedFactors {

    static final String LAWYER = "lawyer";
    static final String AUDITOR = "auditor";
    static final String ADMINISTRATOR = "administrator";

    private AskedFactors() {}

    /** Whether the settings ask for one of an account. */
    static boolean isAsked(Config config, AccountRole role, UnitFunction function) {
        var asked = config.several(Settings.SECOND_FACTOR);
        return switch (role) {
            case OFFICER -> asked.contains(function.slug());
            case LAWYER -> asked.contains(function.slug()) || asked.contains(LAWYER);
            case AUDITOR -> asked.contains(AUDITOR);
            case ADMINISTRATOR -> asked.contains(ADMINISTRATOR);
        };
    }

    /** Whether they ask the signed-in person for one. */
    static boolean isAsked(Config config, Actor actor) {
        return switch (actor) {
            case Actor.Officer officer ->
                    isAsked(
                            config,
                            officer.lawyer() ? AccountRole.LAWYER : AccountRole.OFFICER,
                            officer.function());
            case Actor.Auditor _ -> config.several(Settings.SECOND_FACTOR).contains(AUDITOR);
            case Actor.Administrator _ ->
                    config.several(Settings.SECOND_FACTOR).contains(ADMINISTRATOR);
            case Actor.Party _, Actor.Stranger _, Actor.Clock _ -> false;
        };
    }

    /**
     * Rejects a function that no directive declares, since it would protect nobody.
     *
     * @throws OfficeException naming it and the declared functions
     */
    public static void check(Config config, DirectiveRegister register) {
        var asked = new TreeSet<>(config.several(Settings.SECOND_FACTOR));
        asked.removeAll(List.of(LAWYER, AUDITOR, ADMINISTRATOR));
        if (asked.isEmpty()) {
            return;
        }
        var known = register.functions().stream().map(UnitFunction::slug).toList();
        known.forEach(asked::remove);
        if (!asked.isEmpty()) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "%s: no directive declares the function %s; take it out, or write one of %s"
                            .formatted(
                                    Settings.SECOND_FACTOR.key(),
                                    String.join(", ", asked),
                                    String.join(", ", known)));
        }
    }
}
