package fr.porteouverte.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date or time of a body in exactly one form (RFC 3339), and of years that a house may mean. */
final class MomentReader<T extends TemporalAccessor> extends StdScalarDeserializer<T> {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  private final Pattern form;
  private final transient Function<String, T> parse;

  MomentReader(Class<T> type, String form, Function<String, T> parse) {
    super(type);
    this.form = Pattern.compile(form);
    this.parse = parse;
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable T deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(handledType(), json);
    }
    String text = json.getText();
    try {
      if (form.matcher(text).matches()) {
        T read = parse.apply(text);
        if (!read.isSupported(ChronoField.YEAR) || within(read.get(ChronoField.YEAR))) {
          return read;
        }
      }
    } catch (DateTimeException unreadable) {
      // Said below.
    }
    return (T) context.handleWeirdStringValue(handledType(), "", "not of the form");
  }

  static boolean within(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
