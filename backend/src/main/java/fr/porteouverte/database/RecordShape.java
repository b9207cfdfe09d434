package fr.porteouverte.database;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows become records of one kind: by the names of the columns, in any order. */
final class RecordShape<T> {
  private static final ClassValue<RecordShape<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape<?> computeValue(Class<?> type) {
          return new RecordShape<>(type);
        }
      };

  private final Class<?>[] types;
  private final Constructor<T> constructor;
  private final Map<String, Class<?>> columns = new LinkedHashMap<>();

  private RecordShape(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
    for (RecordComponent component : components) {
      columns.put(
          component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(),
          read(component.getType()));
    }
  }

  @SuppressWarnings("unchecked") // each is kept under its own class
  static <T> RecordShape<T> of(Class<T> type) {
    return (RecordShape<T>) KNOWN.get(type);
  }

  /** Enums are kept as their names. */
  private static Class<?> read(Class<?> type) {
    return type.isEnum() ? String.class : MethodType.methodType(type).wrap().returnType();
  }

  /** As what each column is read. */
  Map<String, Class<?>> columns() {
    return columns;
  }

  T read(ResultSet row) {
    @Nullable Object[] values = new @Nullable Object[types.length];
    int at = 0;
    try {
      for (Map.Entry<String, Class<?>> column : columns.entrySet()) {
        values[at++] = value(row, column.getKey(), column.getValue());
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return make(values);
  }

  private static @Nullable Object value(ResultSet row, String name, Class<?> type)
      throws SQLException {
    if (type == Instant.class) {
      OffsetDateTime moment = row.getObject(name, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }
    return row.getObject(name, type);
  }

  T make(@Nullable Object[] row) {
    @Nullable Object[] values = new @Nullable Object[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = types[i].isEnum() ? constant(types[i], (String) row[i]) : row[i];
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Object constant(Class<?> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf((Class<Enum>) type, name);
  }
}
