package exeat.identity.match;

/** Clerks make slips here too, so that DIFFERENT is not the end of it. */
enum SexAgreement {
    SAME,
    DIFFERENT
}
