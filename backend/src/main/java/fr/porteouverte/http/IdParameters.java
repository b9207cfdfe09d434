package fr.porteouverte.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A path or query parameter of type long is an id: text in the contract, and not found when it
 * cannot be one.
 */
@Provider
public class IdParameters implements ParamConverterProvider {
  private static final ParamConverter<Long> IDS =
      new ParamConverter<>() {
        @Override
        public Long fromString(String text) {
          return Ids.parse(text);
        }

        @Override
        public String toString(Long id) {
          return Ids.of(id);
        }
      };

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type full, Annotation[] annotations) {
    return type == long.class || type == Long.class ? (ParamConverter<T>) IDS : null;
  }
}
