/**
 * Compares bills of materials (CycloneDX) with a folder of published advisories in the format of
 * OSV (ossf.github.io/osv-schema), which a mirror can hold, so that it works without a network.
 *
 * <p>Read {@code AdvisoryCheck} first. Versions are compared as Maven does; what the folder does
 * not say, the report says that it does not know.
 */
@NullMarked
package exeat.tool.advisory;

import org.jspecify.annotations.NullMarked;
