/** A Merkle log of one's own, and what checks one: pure, and usable alone. */
module exeat.ledger {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;

    exports exeat.ledger;
    exports exeat.ledger.verify;
}
