/** A Merkle log, and a checker for one. Pure and usable alone. */
module exeat.ledger {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;

    exports exeat.ledger;
    exports exeat.ledger.verify;
    exports exeat.ledger.witness;
}
