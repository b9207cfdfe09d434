package fr.porteouverte.crash;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network before a server of this machine, which can be cut as a cable is, or a firewall that
 * forgets: bytes vanish, nobody is told, and what was connected then never hears again.
 */
final class Wire implements Closeable {
  private final ServerSocket here;
  private final int server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Pair> pairs = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  Wire(int server) throws IOException {
    this.server = server;
    here = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.submit(this::connect);
  }

  int port() {
    return here.getLocalPort();
  }

  /** From now on nothing arrives, on either side; not even that somebody hung up. */
  void cut() {
    cut = true;
    pairs.forEach(pair -> pair.dead = true);
  }

  /**
   * Who connects now is heard again. Connections of before stay dead, as a firewall leaves them.
   */
  void mend() {
    cut = false;
  }

  private Void connect() throws IOException {
    while (!here.isClosed()) {
      Pair pair = new Pair(here.accept());
      pairs.add(pair);
      if (cut) {
        // The system has said yes for us; beyond that nobody answers.
        pair.dead = true;
      } else {
        pair.server = new Socket(InetAddress.getLoopbackAddress(), server);
        threads.submit(() -> pair.carry(pair.client, pair.server));
        threads.submit(() -> pair.carry(pair.server, pair.client));
      }
    }
    return null;
  }

  private static final class Pair {
    private final Socket client;
    private Socket server;
    private volatile boolean dead;

    Pair(Socket client) {
      this.client = client;
    }

    Void carry(Socket from, Socket to) throws IOException {
      byte[] some = new byte[16_384];
      try {
        for (int length = from.getInputStream().read(some);
            length >= 0;
            length = from.getInputStream().read(some)) {
          if (!dead) {
            to.getOutputStream().write(some, 0, length);
          }
        }
      } finally {
        if (!dead) {
          close();
        }
      }
      return null;
    }

    void close() throws IOException {
      client.close();
      if (server != null) {
        server.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    here.close();
    for (Pair pair : pairs) {
      pair.close();
    }
    threads.shutdownNow();
  }
}
