/**
 * Text messages by SMPP 3.4, as providers speak it: connections that are kept, pieces of long
 * texts, receipts.
 *
 * <p>For the room {@code outbox} alone; may import what the room may.
 *
 * <p>Begin with {@link SmppTransport}, which sends, then {@link SmppLink}, the connection, and
 * {@link SentPieces}, which hears what became of it.
 */
@NullMarked
package fr.porteouverte.outbox.smpp;

import org.jspecify.annotations.NullMarked;
