/**
 * Tests of the office as a whole on a real PostgreSQL: backups, upgrades, keys, the database's own
 * roles. {@code Town} is one office for all tests of a run, with its clock, its officers and its
 * people.
 */
@NullMarked
package exeat.desk;

import org.jspecify.annotations.NullMarked;
