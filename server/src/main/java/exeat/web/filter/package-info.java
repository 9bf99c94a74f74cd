/**
 * What somebody asks a list for in the address of its page: filters, and the part of a long list.
 *
 * <p>{@code FilterValues} reads the filters, and tells each value that it cannot read. Every list
 * page takes its parameters as parameters of its method, where {@code FilterIT} finds them.
 */
@NullMarked
package exeat.web.filter;

import org.jspecify.annotations.NullMarked;
