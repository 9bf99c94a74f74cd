package exeat.casework.application;

import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;

/** What is written into a case and moves nothing in it: each says who may write it, and when. */
final class NoteRules {

    private NoteRules() {}

    static Response respond(TravellerContext m, TravellerCommand.Note note) {
        return switch (note) {
            case TravellerCommand.RespondToCorrection c -> CorrectionRules.respond(m, c);
        };
    }
}
