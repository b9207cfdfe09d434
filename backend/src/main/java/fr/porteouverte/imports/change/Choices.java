package fr.porteouverte.imports.change;

import java.util.Map;
import java.util.Set;

/**
 * Where the file is taken although people wrote something else.
 *
 * @param fields by the row's key
 */
public record Choices(Map<String, Set<String>> fields) {
  public static final Choices NONE = new Choices(Map.of());

  public Set<String> of(String key) {
    return fields.getOrDefault(key, Set.of());
  }

  boolean none() {
    return fields.isEmpty();
  }
}
