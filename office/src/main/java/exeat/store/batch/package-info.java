/**
 * The writer's two round trips: what a batch of commands needs to know, and what came of it.
 *
 * <p>Begin with {@code BatchStore}. Its role can execute two functions and nothing else; each is
 * one call, and the second is one transaction, so after a crash all of a batch is there or none.
 */
@NullMarked
package exeat.store.batch;

import org.jspecify.annotations.NullMarked;
