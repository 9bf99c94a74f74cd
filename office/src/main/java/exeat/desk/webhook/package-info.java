/**
 * Webhooks (CloudEvents 1.0, signed as Standard Webhooks says): notifies other systems that
 * something happened.
 *
 * <p>Begin with {@code Webhooks}. It follows the public log and never delays a command; it tells
 * that something happened to an application, never to whom.
 */
@NullMarked
package exeat.desk.webhook;

import org.jspecify.annotations.NullMarked;
