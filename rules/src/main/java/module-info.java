/**
 * Reads directives, decides by them, asks, explains and proves: pure, and usable alone.
 *
 * <p>Exported is what an embedder needs and no more. Of what is not, {@code decide} and {@code
 * pack} make a directive what it is, {@code box} is the algebra under the proofs, {@code reference}
 * judges them all, and below {@code dmn} and {@code feel} lie the grammar and its evaluation.
 */
module exeat.rules {
    requires static org.jspecify;
    requires java.xml;
    requires org.snakeyaml.engine.v2;

    exports exeat.rules;
    exports exeat.rules.authority;
    exports exeat.rules.canonical;
    exports exeat.rules.dmn;
    exports exeat.rules.document;
    exports exeat.rules.explain;
    exports exeat.rules.fact;
    exports exeat.rules.feel.value;
    exports exeat.rules.finding;
    exports exeat.rules.prove;
    exports exeat.rules.source;
    exports exeat.rules.tck;
}
