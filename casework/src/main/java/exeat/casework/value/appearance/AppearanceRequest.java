package exeat.casework.value.appearance;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;

/**
 * What an office asks somebody to appear for.
 *
 * @param words what it is for, in the officer's words, which the person reads
 * @param place the unit where the person is to be, or whose officer comes or calls
 */
@StoredAs(
        name = "appearance-request",
        fields = {"kind", "purpose", "words", "place"})
public record AppearanceRequest(
        AppearanceKind kind, AppearancePurpose purpose, String words, AuthorityId place) {

    AppearanceRequest placed(AuthorityId from, AuthorityId to) {
        return new AppearanceRequest(kind, purpose, words, place.equals(from) ? to : place);
    }
}
