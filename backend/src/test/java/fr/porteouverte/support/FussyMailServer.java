package fr.porteouverte.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** An SMTP server (RFC 5321) that answers each command as a test wants, and notes what it took. */
public final class FussyMailServer implements AutoCloseable {
  private final ServerSocket door;
  private final Thread porter;
  private final Function<String, String> answers;
  private final Consumer<Taken> onTaken;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<Socket> guests = new CopyOnWriteArrayList<>();

  /**
   * A mail whose end was answered with 250: from then on it is ours.
   *
   * @param hello how its sender introduced itself
   */
  public record Taken(String hello, String to, String messageId) {}

  /**
   * @param answers to a command line, "DATA." being the end of a mail; null: hang up
   */
  public FussyMailServer(int port, Function<String, String> answers) {
    this(port, answers, mail -> {});
  }

  /**
   * @param port 0: any
   * @param onTaken called once the 250 is on its way
   */
  public FussyMailServer(int port, Function<String, String> answers, Consumer<Taken> onTaken) {
    this.answers = answers;
    this.onTaken = onTaken;
    try {
      door = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    porter = new Thread(this::open, "fussy-mail");
    porter.setDaemon(true);
    porter.start();
  }

  /** What a friendly server says. */
  public static String friendly(String line) {
    return switch (line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT)) {
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  public int port() {
    return door.getLocalPort();
  }

  /** In the order in which they were taken. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        guests.add(guest);
        Thread talk = new Thread(() -> talk(guest), "fussy-mail-talk");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket guest) {
    try (guest;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = guest.getOutputStream();
      say(out, "220 fussy");
      String hello = null;
      String to = null;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer = answers.apply(line);
        if (answer == null) {
          return;
        }
        say(out, answer);
        if (answer.startsWith("221")) {
          return;
        }
        if (line.startsWith("EHLO ")) {
          hello = line.substring(5);
        } else if (line.startsWith("RCPT TO:")) {
          to = line.substring(9, line.indexOf('>'));
        }
        if (answer.startsWith("354")) {
          String messageId = null;
          for (String body = in.readLine(); !".".equals(body); body = in.readLine()) {
            if (body == null) {
              return;
            }
            if (messageId == null && body.startsWith("Message-ID: ")) {
              messageId = body.substring(12);
            }
          }
          String end = answers.apply("DATA.");
          if (end == null) {
            return;
          }
          say(out, end);
          if (end.startsWith("250")) {
            Taken mail = new Taken(hello, to, messageId);
            taken.add(mail);
            onTaken.accept(mail);
          }
        }
      }
    } catch (IOException gone) {
      // The guest left.
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket guest : guests) {
        guest.close();
      }
      // The port is free once nobody waits at the door any more; the usual server needs it at once.
      porter.join(10_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
