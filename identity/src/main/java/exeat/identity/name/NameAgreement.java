package exeat.identity.name;

/** How far two names agree, from the most to the least. */
public enum NameAgreement {
    /** Both have the same letters, or forms of the same characters, in any order. */
    SAME_WRITING,
    /** Nothing but what two romanisations or two scripts do to one name. */
    SAME_SOUND,
    /** A slip, or a clerk's spelling. */
    NEAR_SOUND,
    /** All parts of one are in the other, which has more: a middle name, a name at birth. */
    PART_MISSING,
    /** One part agrees, others do not: relatives, people of one surname, a married name. */
    ONE_PART,
    DIFFERENT
}
