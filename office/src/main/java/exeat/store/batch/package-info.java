/**
 * The writer's two round trips: loading what a batch of commands needs, and storing the results.
 *
 * <p>Begin with {@code BatchStore}. Its role can execute two functions and nothing else; each is
 * one call, and the second is one transaction, so after a crash a batch is there whole or not at
 * all.
 */
@NullMarked
package exeat.store.batch;

import org.jspecify.annotations.NullMarked;
