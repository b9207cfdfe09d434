package fr.porteouverte.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import fr.porteouverte.text.SeveralLines;
import fr.porteouverte.text.TypedText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text of a body, cleaned; what nobody types is refused, and so is a number for a text. */
final class TextReader extends StdScalarDeserializer<String> implements ContextualDeserializer {
  private final boolean lines;

  TextReader(boolean lines) {
    super(String.class);
    this.lines = lines;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty field) {
    boolean several = field != null && field.getAnnotation(SeveralLines.class) != null;
    return several == lines ? this : new TextReader(several);
  }

  @Override
  public @Nullable String deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(String.class, json);
    }
    String clean = TypedText.clean(json.getText(), lines);
    return clean == null
        ? (String) context.handleWeirdStringValue(String.class, "", "not readable")
        : clean;
  }
}
