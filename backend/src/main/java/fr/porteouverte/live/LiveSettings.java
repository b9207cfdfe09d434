package fr.porteouverte.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of the live streams. */
@ConfigMapping(prefix = "porte-ouverte.live")
public interface LiveSettings {
  /** Streams that one process serves at once; whoever comes later hears 503. */
  @WithDefault("20000")
  int streams();

  /** Of one address at once: all screens and phones of a house on its Wi-Fi are one. */
  @WithDefault("100")
  int streamsOfAnAddress();

  /** Between two signs of life on an idle stream: proxies cut what is silent for a minute. */
  @WithDefault("25S")
  Duration heartbeat();

  /** How often all houses are looked at in case a wake was lost. */
  @WithDefault("10S")
  Duration poll();

  /** How soon a stream of staff ends after its reader lost the right to it. */
  @WithDefault("5S")
  Duration rights();

  /** Changes that one slow reader may be behind before it is cut off and has to come back. */
  @WithDefault("500")
  int behindAtMost();

  /** Missed changes that a stream tells one by one; who missed more gets the whole picture. */
  @WithDefault("500")
  int replayAtMost();
}
