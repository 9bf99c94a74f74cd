/**
 * Decision tables: from DMN's XML to a typed, checked model.
 *
 * <p>After OMG, Decision Model and Notation 1.5 (formal/24-01-01), and the namespaces of 1.1 to
 * 1.4. What the model cannot hold is refused by the name of its element, never read as something
 * else; this package knows nothing of directives.
 */
@NullMarked
package exeat.rules.dmn;

import org.jspecify.annotations.NullMarked;
