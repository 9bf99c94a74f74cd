package exeat.desk.inspect;

import java.util.UUID;

/**
 * The address of a file in one audit. It is the case's id under a key of that audit, which only the
 * office has: nobody else can tell which case it is, and a case's own id is the address of nothing.
 */
public record FileAddress(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
