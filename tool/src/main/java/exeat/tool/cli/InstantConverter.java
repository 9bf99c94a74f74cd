package exeat.tool.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment that somebody types, with its zone. */
public final class InstantConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException(
                    "'"
                            + typed
                            + "' is no moment: write it like 2026-11-25T14:05:00Z or"
                            + " 2026-11-25T22:05:00+08:00");
        }
    }
}
