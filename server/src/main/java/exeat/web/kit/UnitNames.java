package exeat.web.kit;

import exeat.casework.value.UnitChange;
import exeat.desk.register.DirectiveRegister;
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

    /** The change by which a unit closes, on its own or into another; empty if none was made. */
    default Optional<UnitChange> ending(AuthorityId unit) {
        return Optional.empty();
    }

    /** What an office's register says. */
    static UnitNames of(DirectiveRegister register) {
        return new OfRegister(register);
    }

    /** The names in the register as it was last read. */
    record OfRegister(DirectiveRegister register) implements UnitNames {

        @Override
        public Optional<String> name(
                Directive directive, AuthorityId unit, Optional<LocalDate> day, String language) {
            return register.unitName(directive, unit, day, language);
        }

        @Override
        public Optional<UnitChange> ending(AuthorityId unit) {
            return register.units().ending(unit);
        }
    }
}
