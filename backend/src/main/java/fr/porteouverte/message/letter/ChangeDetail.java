package fr.porteouverte.message.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a change says beyond the booking itself.
 *
 * @param byVisitor the person did it
 * @param told somebody spoke to the person about it
 * @param previousStart an instant, of a booking that moved; else null
 */
public record ChangeDetail(boolean byVisitor, boolean told, @Nullable String previousStart) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a message that says nothing of the kind. */
  static final ChangeDetail NONE = new ChangeDetail(true, false, null);

  public static ChangeDetail of(OutboxMessage message) {
    try {
      return message.detail() == null ? NONE : JSON.readValue(message.detail(), ChangeDetail.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("detail of message " + message.id(), broken);
    }
  }

  public String written() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
