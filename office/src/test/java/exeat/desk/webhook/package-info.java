/** Tests of webhooks, against a receiver that fails in many ways. */
@NullMarked
package exeat.desk.webhook;

import org.jspecify.annotations.NullMarked;
