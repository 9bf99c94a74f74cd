package exeat.casework.application;

import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;

/** Commands that only record something in a case: who may give them, and when. */
final class NoteRules {

    private NoteRules() {}

    static Response respond(TravellerContext m, TravellerCommand.Note note) {
        return switch (note) {
            case TravellerCommand.RespondToCorrection c -> CorrectionRules.respond(m, c);
        };
    }
}
