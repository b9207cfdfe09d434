package fr.porteouverte.support;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A real SMTP and IMAP server, and a real HTTP server in the place of the SMS gateway's. */
public class Post implements QuarkusTestResourceLifecycleManager {
  private static final int STARTS_WITHIN_MILLIS = 30_000;
  public static final String SMS_TOKEN = "sms-token-of-the-tests";
  public static final String RECEIPT_TOKEN = "receipt-token-of-the-tests";

  /** What the gateway answers; reset before each test. */
  public static volatile Function<Sms, Answer> gateway = Post::accept;

  private static final List<Sms> SENT = new CopyOnWriteArrayList<>();
  private static int smtpPort;
  private static int imapPort;
  private static GreenMail mail;
  private HttpServer sms;

  /** A request to the gateway. */
  public record Sms(String authorization, String idempotencyKey, String body) {}

  /** Its answer. */
  public record Answer(int status, String body) {}

  private static Answer accept(Sms sms) {
    return new Answer(202, "{\"id\":\"gw-" + sms.idempotencyKey() + "\"}");
  }

  @Override
  public Map<String, String> start() {
    smtpPort = Ports.free();
    imapPort = Ports.free();
    startMail();
    try {
      sms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sms.createContext("/messages", Post::answer);
    sms.start();
    return Map.of(
        "quarkus.mailer.host",
        "127.0.0.1",
        "quarkus.mailer.port",
        "" + smtpPort,
        "porte-ouverte.transport.sms.url",
        "http://127.0.0.1:" + sms.getAddress().getPort() + "/messages",
        "porte-ouverte.transport.sms.token",
        SMS_TOKEN,
        "porte-ouverte.transport.sms.receipt-token",
        RECEIPT_TOKEN,
        "porte-ouverte.transport.bounces.host",
        "127.0.0.1",
        "porte-ouverte.transport.bounces.port",
        "" + imapPort,
        "porte-ouverte.transport.bounces.tls",
        "false",
        "porte-ouverte.transport.bounces.username",
        "bounces@example.org",
        "porte-ouverte.transport.bounces.password",
        "bounces");
  }

  @Override
  public void stop() {
    stopMail();
    if (sms != null) {
      sms.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Sms asked =
        new Sms(
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Answer answer = gateway.apply(asked);
    if (answer.status() / 100 == 2) {
      SENT.add(asked);
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Everything that came is forgotten, everything works. */
  public static void clear() {
    try {
      if (mail == null) {
        startMail();
      }
      mail.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
    SENT.clear();
    gateway = Post::accept;
  }

  /** On the same port as ever. */
  public static void startMail() {
    ServerSetup smtp = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    ServerSetup imap = new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    // On a busy machine a thread may begin late; the two seconds that are the default then left a
    // server that was
    // half there, and every later test without one.
    smtp.setServerStartupTimeout(STARTS_WITHIN_MILLIS);
    imap.setServerStartupTimeout(STARTS_WITHIN_MILLIS);
    GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
    server.withConfiguration(
        GreenMailConfiguration.aConfig().withUser("bounces@example.org", "bounces"));
    try {
      server.start();
    } catch (RuntimeException late) {
      server.stop();
      throw late;
    }
    mail = server;
  }

  public static void stopMail() {
    if (mail != null) {
      mail.stop();
      mail = null;
    }
  }

  public static int smtpPort() {
    return smtpPort;
  }

  public static List<MimeMessage> mails() {
    return Arrays.asList(mail.getReceivedMessages());
  }

  /** Puts a mail into the mailbox of returned mail. */
  public static void returned(MimeMessage message) {
    mail.getUserManager().getUserByEmail("bounces@example.org").deliver(message);
  }

  public static List<Sms> texts() {
    return List.copyOf(SENT);
  }
}
