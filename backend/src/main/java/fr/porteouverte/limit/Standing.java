package fr.porteouverte.limit;

import java.time.Duration;

/**
 * How a caller stands after a request, as far as this process knows.
 *
 * @param granted false: one too many
 * @param left how many more may follow at once
 * @param again until one more is possible, if none is; else until all are back
 */
record Standing(Rule rule, boolean granted, long left, Duration again) {

  /** As {@code RateLimit-Policy} says it (draft-ietf-httpapi-ratelimit-headers). */
  String policy() {
    return "\"" + rule.name() + "\";q=" + rule.most() + ";w=" + rule.within().toSeconds();
  }

  /** As {@code RateLimit} says it. */
  String limit() {
    return "\"" + rule.name() + "\";r=" + left + ";t=" + seconds();
  }

  private long seconds() {
    return again.plusMillis(999).toSeconds();
  }
}
