/**
 * Travel papers that others can read: machine-readable zone, seal, revocation. Pure, usable alone.
 */
module exeat.papers {
    requires static org.jspecify;

    exports exeat.papers.json;
    exports exeat.papers.mrz;
    exports exeat.papers.seal;
    exports exeat.papers.status;
    exports exeat.papers.trust;
}
