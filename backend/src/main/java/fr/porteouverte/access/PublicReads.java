package fr.porteouverte.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may read and anybody's cache may keep: by the table of rights, open to everybody
 * without a secret. A stream has no end and is none.
 */
public final class PublicReads {
  private PublicReads() {}

  /**
   * @param asked null: nothing of the contract
   */
  public static boolean is(@Nullable Method asked) {
    return asked != null
        && asked.isAnnotationPresent(GET.class)
        && !streams(asked)
        && isOpen(name(asked));
  }

  /** As the contract calls it. */
  public static String name(Method asked) {
    return AskedOperation.Note.operation(asked);
  }

  /** Of an operation that reads, by its name. */
  public static boolean isOpen(@Nullable String operation) {
    Rights.Right right = operation == null ? null : Rights.table().get(operation);
    return right != null && right.where() == Rights.Where.open;
  }

  private static boolean streams(Method asked) {
    Produces told = asked.getAnnotation(Produces.class);
    return told != null && Arrays.asList(told.value()).contains(MediaType.SERVER_SENT_EVENTS);
  }
}
