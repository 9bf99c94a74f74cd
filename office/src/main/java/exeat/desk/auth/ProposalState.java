package exeat.desk.auth;

/** What becomes of what one administrator proposes and another has to agree to. */
public enum ProposalState {
    WAITING,
    AGREED,
    DECLINED,
    WITHDRAWN,
    /** Nobody agreed in time. */
    EXPIRED
}
