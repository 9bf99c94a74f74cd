package exeat.casework.value.appearance;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.time.Instant;
import java.util.Optional;

/**
 * An appearance that an office asked for.
 *
 * @param number counted for this traveller, from 1
 * @param at when it is to be; the office's last word
 * @param unit the unit that asked for it
 * @param wish what the person wrote when they asked for another time; empty if they did not, and
 *     once the office has set one
 * @param end empty while it is to come, and while nobody has recorded how it went
 */
@StoredAs(
        name = "appearance",
        fields = {"number", "request", "at", "unit", "asked", "wish", "end"})
public record Appearance(
        int number,
        AppearanceRequest request,
        Instant at,
        AuthorityId unit,
        Instant asked,
        Optional<String> wish,
        Optional<AppearanceEnd> end) {

    public boolean isOpen() {
        return end.isEmpty();
    }

    /** Whether it is one of those that the directive allows; only in time can an office undo it. */
    public boolean counts() {
        return !end.equals(Optional.of(AppearanceEnd.CANCELLED));
    }

    /** Whether the person can ask for another time: also where they missed it, or came in vain. */
    public boolean isMovable() {
        return counts() && !end.equals(Optional.of(AppearanceEnd.KEPT));
    }

    /** Nobody missed what they asked to have at another time, which the office has not set. */
    public boolean isMissable() {
        return wish.isEmpty();
    }

    public Appearance wished(String words) {
        return new Appearance(number, request, at, unit, asked, Optional.of(words), end);
    }

    /** At another time, to come again. */
    public Appearance movedTo(Instant other) {
        return new Appearance(
                number, request, other, unit, asked, Optional.empty(), Optional.empty());
    }

    public Appearance ended(AppearanceEnd how) {
        return new Appearance(number, request, at, unit, asked, wish, Optional.of(how));
    }

    Appearance handedOver(AuthorityId from, AuthorityId to) {
        return new Appearance(
                number,
                request.placed(from, to),
                at,
                unit.equals(from) ? to : unit,
                asked,
                wish,
                end);
    }
}
