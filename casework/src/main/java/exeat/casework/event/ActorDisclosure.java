package exeat.casework.event;

import exeat.casework.value.HoldGround;

/** What the answer to a command shows of an event that it caused. */
public enum ActorDisclosure {
    /** The actor's own act: it contains only what they said or saw before. */
    ACT,
    /** An act, unless its ground is a contested fact, see {@link HoldGround.FactContested}. */
    ACT_UNLESS_CONTESTED,
    /** An act, without what remains of erased travellers. */
    ACT_WITHOUT_REMAINS,
    /** A consequence of an act: shown as far as the actor may see it in the case. */
    CONSEQUENCE
}
