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
 */
public record ApplicationDraft(
        Channel channel, Optional<PersonName> principal, List<Traveller> travellers) {
    public ApplicationDraft {
        travellers = List.copyOf(travellers);
    }
}
