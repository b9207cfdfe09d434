package fr.porteouverte.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that stop and start again, or start a little later. Below those from which the
 * system takes one for each outgoing connection: in between nobody gets them by chance.
 */
public final class Ports {
  private static final int FIRST = 15_000;
  private static final int AFTER = 32_000;

  private Ports() {}

  /** One that nobody listens on now. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one, then.
      }
    }
  }
}
