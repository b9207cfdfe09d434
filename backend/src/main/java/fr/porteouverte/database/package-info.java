/**
 * Transactions that try again, named locks, idempotency keys, SQL that answers with records, and
 * what a process remembers of registers. Nothing of the business.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Transactions}, then {@link Sql} and {@link Idempotency}.
 */
@NullMarked
package fr.porteouverte.database;

import org.jspecify.annotations.NullMarked;
