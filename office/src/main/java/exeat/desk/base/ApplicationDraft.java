package exeat.desk.base;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import java.util.List;
import java.util.Optional;

/**
 * The content of a form, a JSON body or a group of rows, before the desk gives it an id and a
 * number.
 *
 * @param principal the person who files, if they do not travel; otherwise they are traveller 1
 * @param directive the id of the directive under which they apply; empty to let the place of
 *     residence say it, which it does where one directive alone is in force there
 */
public record ApplicationDraft(
        Channel channel,
        Optional<PersonName> principal,
        List<Traveller> travellers,
        Optional<String> directive) {
    public ApplicationDraft {
        travellers = List.copyOf(travellers);
    }

    /** One whose place of residence says the directive. */
    public ApplicationDraft(
            Channel channel, Optional<PersonName> principal, List<Traveller> travellers) {
        this(channel, principal, travellers, Optional.empty());
    }
}
