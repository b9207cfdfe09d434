package fr.porteouverte.outbound;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a call. */
public sealed interface Answer {
  /**
   * A server answered. A redirection is an answer like any other.
   *
   * @param headers by their names in lower case
   * @param body as far as it was read
   * @param whole false: there was more of it
   */
  record Heard(int status, Map<String, String> headers, byte[] body, boolean whole)
      implements Answer {
    public boolean good() {
      return status / 100 == 2;
    }

    public @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Without the body: it may hold anything. */
    @Override
    public String toString() {
      return "Heard[" + status + "]";
    }
  }

  /** No server answered, or it was not asked. */
  record Unheard(Why why) implements Answer {}

  /** Why nobody answered. */
  enum Why {
    /** The address may not be called, or its name leads where nobody may go. */
    forbidden,
    /** Its name leads nowhere. */
    unknownHost,
    unreachable,
    /** Its certificate is not of its name, or nobody knows who signed it. */
    notTrusted,
    /** Not all of the answer in time. */
    timeout,
    /** It hung up, or speaks no HTTP. */
    broken
  }
}
