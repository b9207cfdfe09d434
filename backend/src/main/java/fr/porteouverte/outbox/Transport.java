package fr.porteouverte.outbox;

/** Carries content out of this process; called outside of any transaction. */
public interface Transport {
  SendResult send(OutboxMessage message, Content content);
}
