package fr.porteouverte.http;

import fr.porteouverte.problem.InvalidRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that is no number, no "true" or "false", or none of the words that are known is
 * a wrong field, not an address that does not exist.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type full, Annotation[] annotations) {
    String name =
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .map(annotation -> ((QueryParam) annotation).value())
            .findFirst()
            .orElse(null);
    if (name == null) {
      return null;
    }
    if (type == int.class || type == Integer.class) {
      return (ParamConverter<T>) new Reading<>(text -> number(name, text));
    }
    if (type == boolean.class || type == Boolean.class) {
      return (ParamConverter<T>) new Reading<>(text -> truth(name, text));
    }
    if (type.isEnum()) {
      return new Reading<>(text -> word(name, text, type));
    }
    return null;
  }

  private static Integer number(String name, String text) {
    if (!text.matches("-?[0-9]{1,9}")) {
      throw InvalidRequest.of(name, "Un nombre entier est attendu.", "A whole number is expected.");
    }
    return Integer.valueOf(text);
  }

  private static Boolean truth(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw InvalidRequest.of(
              name, "« true » ou « false » est attendu.", "\"true\" or \"false\" is expected.");
    };
  }

  private static <T> T word(String name, String text, Class<T> type) {
    T[] known = type.getEnumConstants();
    return Arrays.stream(known)
        .filter(one -> one.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String all = Arrays.stream(known).map(T::toString).collect(Collectors.joining(", "));
              return InvalidRequest.of(
                  name, "Valeurs possibles : " + all + ".", "Possible values: " + all + ".");
            });
  }

  private record Reading<T>(Function<String, T> read) implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      return read.apply(text);
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
