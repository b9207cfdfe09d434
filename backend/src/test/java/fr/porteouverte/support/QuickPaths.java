package fr.porteouverte.support;

import io.restassured.internal.path.json.JSONAssertion;
import io.restassured.internal.path.json.JsonPrettifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/**
 * Gives REST Assured our {@link JSONAssertion} before it loads its own: Quarkus has a class loader
 * for libraries, in which a test's class is never found.
 */
final class QuickPaths {
  private static final String OURS = "/io/restassured/internal/path/json/JSONAssertion.class";

  private QuickPaths() {}

  static void use() {
    try (InputStream bytes = QuickPaths.class.getResourceAsStream(OURS)) {
      MethodHandles.privateLookupIn(JsonPrettifier.class, MethodHandles.lookup())
          .defineClass(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessException | LinkageError alreadyThere) {
      // Another test class has done it.
    }
  }
}
