package fr.porteouverte.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.change.ChangeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** What is sent, as Standard Webhooks has it: thin, nothing of a person. */
@ApplicationScoped
class Payloads {
  static final String PING = "webhook.ping";

  @Inject ObjectMapper json;

  private record Payload(String type, Instant timestamp, Object data) {}

  private record Ping(String webhookId) {}

  String of(ChangeView change) {
    return written(new Payload(change.type().code(), change.at(), change));
  }

  String ping(String webhookId, Instant now) {
    return written(new Payload(PING, now, new Ping(webhookId)));
  }

  private String written(Payload payload) {
    try {
      return json.writeValueAsString(payload);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String uid() {
    return "msg_" + UUID.randomUUID().toString().replace("-", "");
  }
}
