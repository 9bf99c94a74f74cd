package exeat.desk.auth;

import exeat.casework.value.OfficerId;
import exeat.desk.base.OfficerNames;
import exeat.rules.authority.AuthorityId;
import exeat.store.key.Vault;
import exeat.store.rows.AdministrationStore.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an administrator proposed to do with an account.
 *
 * @param account of a new account, the id that it gets
 * @param name of whom it concerns
 * @param reason in the words of who proposed it
 * @param by the administrator who proposed it
 * @param closedBy who agreed, declined or withdrew it; empty while it waits
 * @param objected when the person whom it concerns said that they did not ask for it
 */
public record AccountProposal(
        long id,
        What what,
        OfficerId account,
        String login,
        String name,
        AuthorityId unit,
        AccountRole role,
        String reason,
        OfficerId by,
        Instant at,
        State state,
        Optional<OfficerId> closedBy,
        Optional<Instant> closed,
        Optional<Instant> objected) {

    /** At most one proposal of each kind waits about an account. */
    static final int KINDS = What.values().length;

    /** What is proposed. */
    public enum What {
        /** A new account. */
        ACCOUNT,
        /** The end of one. */
        END,
        /** A code with which somebody who lost their password chooses another. */
        PASSWORD,
        /** A code with which somebody who lost their device gets another second factor. */
        FACTOR;

        /** As it is stored. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How far it has come. */
    public enum State {
        WAITING,
        /** Nobody agreed in time. */
        EXPIRED,
        DECLINED,
        WITHDRAWN,
        /** The person whom it concerns said that they did not ask for it. */
        OBJECTED,
        /** It took effect; where there is a code, it was not used yet. */
        AGREED,
        /** The code was used. */
        USED,
        /** The code was not used in time. */
        LAPSED,
        /** Another code replaced it, or who proposed it or whom it concerns has ended. */
        VOID
    }

    /**
     * Reads one.
     *
     * @param since what was proposed or agreed before this has no effect any more
     */
    static AccountProposal of(Row row, Vault vault, Instant since) {
        return new AccountProposal(
                row.id(),
                What.of(row.what()),
                new OfficerId(row.account()),
                row.login(),
                OfficerNames.open(vault, row.account(), row.name()),
                new AuthorityId(row.unit()),
                AccountRole.of(row.role()),
                vault.openText(Administration.aboutReason(row.account()), row.reason()),
                new OfficerId(row.by()),
                row.at(),
                state(row, since),
                row.closedBy().map(OfficerId::new),
                row.closed(),
                row.objected());
    }

    private static State state(Row row, Instant since) {
        if (row.used().isPresent()) {
            return State.USED;
        }
        if (row.objected().isPresent()) {
            return State.OBJECTED;
        }
        if (row.outcome().isEmpty()) {
            return row.at().isAfter(since) ? State.WAITING : State.EXPIRED;
        }
        return switch (row.outcome().get()) {
            case "declined" -> State.DECLINED;
            case "withdrawn" -> State.WITHDRAWN;
            case "void" -> State.VOID;
            case "agreed" ->
                    row.what().equals(What.END.word())
                                    || row.closed().filter(at -> at.isAfter(since)).isPresent()
                            ? State.AGREED
                            : State.LAPSED;
            default -> throw new IllegalStateException("an outcome " + row.outcome().get());
        };
    }
}
