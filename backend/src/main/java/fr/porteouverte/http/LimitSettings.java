package fr.porteouverte.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits against abuse. */
@ConfigMapping(prefix = "porte-ouverte.limits")
public interface LimitSettings {
  /** Writes a minute. A house's Wi-Fi, or a mobile carrier, is one address for many people. */
  @WithDefault("300")
  int writesPerMinuteAndAddress();

  /** Writes a minute of one logged-in agent or integrator, wherever they are. */
  @WithDefault("1200")
  int writesPerMinuteAndAgent();

  /** Searches a minute. Ten people at the machines of a library look for a slot at once. */
  @WithDefault("600")
  int searchesPerMinuteAndAddress();

  /** Searches a minute of one logged-in agent or integrator. */
  @WithDefault("3000")
  int searchesPerMinuteAndAgent();

  /** Wrong short codes an hour: of one that is guessed, a million are possible. */
  @WithDefault("20")
  int wrongCodesPerHourAndAddress();

  /** Bytes of a request body; files to import have a bound of their own. */
  @WithDefault("65536")
  long bodyBytes();

  /**
   * Memory for answers to searches that are given again while they are true, in megabytes; 0: each
   * is made anew. On PostgreSQL only.
   */
  @WithDefault("48")
  int keptPagesMegabytes();

  /** How long the head of a request may be under way, from its connection or its first byte on. */
  @WithDefault("10S")
  Duration headWithin();

  /** How long a reader may take nothing of an answer that waits for them. */
  @WithDefault("60S")
  Duration answerWithin();

  /** How long the body of a request may be under way. Files to import are not bound by it. */
  @WithDefault("10S")
  Duration bodyWithin();

  /** Requests of one address whose bodies are under way. A house's Wi-Fi is one address. */
  @WithDefault("100")
  int bodiesUnderWayOfAnAddress();
}
