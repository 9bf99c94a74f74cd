package exeat.desk;

import exeat.casework.Application.Channel;
import exeat.casework.PersonName;
import exeat.casework.Traveller;
import java.util.List;
import java.util.Optional;

/**
 * What a form, a JSON body or a group of rows holds, before the desk gives it an id and a number.
 *
 * @param principal whoever files, if they do not travel themselves; else they are traveller 1
 */
public record Draft(Channel channel, Optional<PersonName> principal, List<Traveller> travellers) {
    public Draft {
        travellers = List.copyOf(travellers);
    }
}
