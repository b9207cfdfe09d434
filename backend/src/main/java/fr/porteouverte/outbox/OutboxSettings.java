package fr.porteouverte.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of the sending. */
@ConfigMapping(prefix = "porte-ouverte.outbox")
public interface OutboxSettings {
  /** Batches that all processes together have under way at once. */
  @WithDefault("2")
  int lanes();

  /**
   * Messages of a mass that one process sends at most in a second: who books must not feel it. What
   * has just been written goes beside it, as fast at most.
   */
  @WithDefault("20")
  int perSecond();

  /** How often each lane looks for what is due when nothing wakes it. */
  @WithDefault("5S")
  Duration every();

  /**
   * After this time another process takes over what one had taken and did not finish. No sending
   * begins in its last three eighths: these must be longer than quarkus.mailer.timeout.
   */
  @WithDefault("2M")
  Duration lease();

  /** How long the words of a message are kept once its fate is known. */
  @WithDefault("30D")
  Duration keepBodies();

  /** How often the mailbox of returned mail is read. */
  @WithDefault("2M")
  Duration bouncesEvery();
}
