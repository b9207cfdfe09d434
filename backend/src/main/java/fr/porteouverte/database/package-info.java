/**
 * Transactions that try again, named locks, idempotency keys, and SQL that answers with records.
 * Nothing of the business.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Transactions}, then {@link Sql} and {@link Idempotency}.
 */
@NullMarked
package fr.porteouverte.database;

import org.jspecify.annotations.NullMarked;
