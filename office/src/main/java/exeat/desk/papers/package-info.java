/**
 * What machines read on a travel authorisation: name, machine-readable zone and seal, made when it
 * is issued, and the lists of those that were revoked.
 *
 * <p>Begin with {@code PaperSealing}; {@code RevokedPapers} publishes the lists. Nothing here tells
 * whose a place in a list is, and no list says how many papers there are.
 */
@NullMarked
package exeat.desk.papers;

import org.jspecify.annotations.NullMarked;
