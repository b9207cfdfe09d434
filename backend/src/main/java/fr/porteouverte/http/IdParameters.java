package fr.porteouverte.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A path or query parameter of type long is an id: text in the contract. What cannot be one is in a
 * path not found, and in a query a wrong field.
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
    if (type != long.class && type != Long.class) {
      return null;
    }
    return (ParamConverter<T>)
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .findFirst()
            .map(query -> inQuery(((QueryParam) query).value()))
            .orElse(IDS);
  }

  private static ParamConverter<Long> inQuery(String name) {
    return new ParamConverter<>() {
      @Override
      public Long fromString(String text) {
        FieldReader query = new FieldReader();
        return query.checked(query.id(name, text));
      }

      @Override
      public String toString(Long id) {
        return Ids.of(id);
      }
    };
  }
}
