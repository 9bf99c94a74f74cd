/**
 * The canonical form of a pack: what it decides, asks and counts by, resolved and typed, and
 * nothing of how its files are laid out. Its bytes are the same for equal forms, and their hash
 * names them. It uses no other package; docs/canonical-form.md describes each field, and what is
 * left out.
 */
@NullMarked
package exeat.rules.canonical;

import org.jspecify.annotations.NullMarked;
