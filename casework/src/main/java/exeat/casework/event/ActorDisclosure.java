package exeat.casework.event;

import exeat.casework.value.HoldGround;

/** What the answer to a command tells of an event that it led to. */
public enum ActorDisclosure {
    /** The actor's own act: it holds nothing that they did not say, or see before. */
    ACT,
    /** An act, unless its ground is a contested fact, see {@link HoldGround.FactContested}. */
    ACT_UNLESS_CONTESTED,
    /** An act, without what is left of the erased travellers. */
    ACT_WITHOUT_REMAINS,
    /** It follows from an act: told as far as the actor may see it in the case. */
    CONSEQUENCE
}
