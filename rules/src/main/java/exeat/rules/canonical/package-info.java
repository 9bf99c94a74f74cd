/**
 * The canonical form of a pack: everything that it means, resolved and typed, and nothing of how it
 * is written. Its bytes are the same for packs that mean the same in the same words, and their hash
 * names them. It knows no other room; docs/canonical-form.md describes each field.
 */
@NullMarked
package exeat.rules.canonical;

import org.jspecify.annotations.NullMarked;
