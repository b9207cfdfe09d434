package fr.porteouverte.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.util.ClassUtil;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on reading a body after a value that has the wrong form, so that every such field is named
 * at once. What was read is thrown away then.
 */
final class WrongFields extends DeserializationProblemHandler {
  /** Of the body that this thread is reading. */
  private static final ThreadLocal<@Nullable List<FieldError>> FOUND = new ThreadLocal<>();

  /** Reads a body. */
  interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * @throws InvalidRequest naming each field of the wrong form
   */
  static <T> T allNamed(Reading<T> reading) throws IOException {
    List<FieldError> found = new ArrayList<>();
    FOUND.set(found);
    try {
      T body = reading.read();
      if (!found.isEmpty()) {
        throw new InvalidRequest(found);
      }
      return body;
    } finally {
      FOUND.remove();
    }
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser json,
      JsonDeserializer<?> reader,
      Object owner,
      String name)
      throws IOException {
    if (!found(json, "Ce champ est inconnu.", "This field is unknown.")) {
      return false;
    }
    json.skipChildren();
    return true;
  }

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String value, String why) {
    boolean found =
        type == String.class
            ? found(
                context.getParser(),
                "Des caractères ne sont pas lisibles.",
                "Some characters are not readable.")
            : wrongForm(context.getParser());
    return found ? nothing(type) : NOT_HANDLED;
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context, JavaType type, JsonToken token, JsonParser json, String why)
      throws IOException {
    if (!wrongForm(json)) {
      return NOT_HANDLED;
    }
    json.skipChildren();
    return nothing(type.getRawClass());
  }

  private static @Nullable Object nothing(Class<?> type) {
    return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
  }

  private static boolean wrongForm(JsonParser json) {
    return found(json, "Cette valeur n’a pas la forme attendue.", "This value has the wrong form.");
  }

  private static boolean found(JsonParser json, String fr, String en) {
    List<FieldError> found = FOUND.get();
    String field = path(json);
    if (found == null || field.isEmpty()) {
      return false;
    }
    found.add(FieldError.of(field, fr, en));
    return true;
  }

  /** As {@code decisions.[0].slotId}; empty at the root. */
  private static String path(JsonParser json) {
    JsonStreamContext at = json.getParsingContext();
    if (json.isExpectedStartObjectToken() || json.isExpectedStartArrayToken()) {
      at = at.getParent(); // the value itself has begun
    }
    List<String> steps = new ArrayList<>();
    for (; at != null && !at.inRoot(); at = at.getParent()) {
      steps.add(0, at.inArray() ? "[" + at.getCurrentIndex() + "]" : at.getCurrentName());
    }
    return String.join(".", steps);
  }
}
