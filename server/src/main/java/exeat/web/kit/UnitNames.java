package exeat.web.kit;

import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Optional;

/** The names that the office's register gives units in the place of those of their packs. */
@FunctionalInterface
public interface UnitNames {

    /** Every unit has the name of its pack. */
    UnitNames NONE = (_, _, _, _) -> Optional.empty();

    /**
     * A unit's name; empty if the register has none.
     *
     * @param directive whose zone says which day today is
     * @param day empty for today
     * @param language such as {@code en}
     */
    Optional<String> name(
            Directive directive, AuthorityId unit, Optional<LocalDate> day, String language);
}
