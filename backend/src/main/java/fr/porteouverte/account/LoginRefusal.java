package fr.porteouverte.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Keycloak says no. Its words are a status, the key of its message and the field, such as {@code
 * 400 error-person-name-invalid-character firstName}, never the value that it refused.
 */
final class LoginRefusal extends RuntimeException {
  private static final int LONGEST = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** These are about ourselves or about Keycloak, and would be the same for every agent. */
  private static final Set<Integer> ABOUT_NOBODY = Set.of(401, 403, 429, 502, 503, 504);

  private final int status;

  private LoginRefusal(int status, String words) {
    super(words);
    this.status = status;
  }

  static LoginRefusal of(Response answer) {
    StringJoiner words = new StringJoiner(" ").add(String.valueOf(answer.getStatus()));
    JsonNode said = body(answer);
    JsonNode first = said.path("errors").path(0);
    add(words, first.isObject() ? first : said);
    String all = words.toString();
    return new LoginRefusal(
        answer.getStatus(), all.length() > LONGEST ? all.substring(0, LONGEST) : all);
  }

  /** What is thrown and is no answer: a mistake of ours about this agent only. */
  static LoginRefusal of(RuntimeException unforeseen) {
    return new LoginRefusal(0, unforeseen.getClass().getSimpleName());
  }

  boolean aboutOneAgent() {
    return !ABOUT_NOBODY.contains(status);
  }

  String words() {
    return String.valueOf(getMessage());
  }

  private static void add(StringJoiner words, JsonNode said) {
    for (String member : new String[] {"errorMessage", "error", "field"}) {
      if (said.path(member).isTextual()) {
        words.add(said.path(member).asText());
      }
    }
  }

  private static JsonNode body(Response answer) {
    try {
      return answer.hasEntity()
          ? JSON.readTree(answer.readEntity(String.class))
          : JSON.createObjectNode();
    } catch (JsonProcessingException | IllegalStateException unreadable) {
      return JSON.createObjectNode();
    }
  }
}
