package exeat.casework.access;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;

/**
 * What a command does that is given with an unproved secret: one that the filer was handed, and not
 * the person by two officers who had identified them. Every command has an answer; there is no
 * default, so that a new one does not compile until somebody has decided: here, or by saying of it
 * that officers alone give it.
 */
public enum UnprovedPower {
    /**
     * It adds something, and takes nothing away from what anybody else did; or it objects to what
     * officers are about to do in the person's name, for many people never have another secret.
     */
    ADDS,
    /**
     * It takes away what was done with the same secret alone. Once somebody else has claimed
     * protection, or the person was heard, it shows as done and nothing comes of it.
     */
    OWN_ACTS,
    /**
     * It would end or erase what somebody else did, or let a period begin: it takes a secret that
     * is proved.
     */
    NONE,
    /** Nobody gives it with a secret. */
    NOT_A_PERSONS;

    public static UnprovedPower of(CaseCommand command) {
        return switch (command) {
            case TravellerCommand.Confirm _,
                    TravellerCommand.MeetSafeguard _,
                    TravellerCommand.AnswerQuestions _,
                    TravellerCommand.ChooseFinding _,
                    TravellerCommand.AskForAnotherTime _,
                    TravellerCommand.RespondToCorrection _,
                    TravellerCommand.Appeal _,
                    TravellerCommand.DisputeService _,
                    TravellerCommand.AnswerProposal _,
                    TravellerCommand.Recuse _,
                    // Only one secret works at a time, and notices are those of its holder.
                    TravellerCommand.ChooseNotices _,
                    TravellerCommand.ClaimProtection _,
                    TravellerCommand.ClaimForAnother _,
                    TravellerCommand.StopInPerson _ ->
                    ADDS;
            case TravellerCommand.TakesBack _ -> OWN_ACTS;
            case SecretCommand.StopSecret _,
                    ArchiveCommand.EraseOwn _,
                    TravellerCommand.Disown _,
                    // A period begins by it, against somebody who may never have seen it.
                    TravellerCommand.ConfirmReceipt _ ->
                    NONE;
            case CaseCommand.ActOutOfOrder(_, var deed) -> of(deed);
            case CaseCommand.Apply _,
                    CaseCommand.HandOver _,
                    CaseCommand.CheckDeadlines _,
                    SecretCommand.AskForSecret _,
                    SecretCommand.IssueSecret _,
                    ArchiveCommand.ProposeErasure _,
                    ArchiveCommand.SecondErasure _,
                    ArchiveCommand.PlaceLegalHold _,
                    ArchiveCommand.LiftLegalHold _,
                    ArchiveCommand.EraseByRetention _,
                    ArchiveCommand.EraseAgain _,
                    TravellerCommand.ByOfficer _ ->
                    NOT_A_PERSONS;
        };
    }
}
