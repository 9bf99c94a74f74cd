/**
 * How events and states are stored: as JSON with fixed type names, compressed (RFC 1951), and
 * sealed so that a traveller's data is encrypted under that traveller's key.
 *
 * <p>Begin with {@code JsonCodec}, then {@code PayloadSealing}. Stored data must be readable
 * forever, so a name or a form in here is never changed; nothing here calls the store.
 */
@NullMarked
package exeat.desk.codec;

import org.jspecify.annotations.NullMarked;
