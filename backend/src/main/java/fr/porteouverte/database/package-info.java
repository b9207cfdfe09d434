/**
 * Transactions that try again, named locks and idempotency keys. Nothing of the business.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Transactions}, then {@link Idempotency}.
 */
@NullMarked
package fr.porteouverte.database;

import org.jspecify.annotations.NullMarked;
