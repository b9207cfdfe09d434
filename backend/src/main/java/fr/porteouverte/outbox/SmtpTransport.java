package fr.porteouverte.outbox;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Hands mails to an SMTP server (RFC 5321), with a calendar as RFC 6047 wants it. */
@ApplicationScoped
class SmtpTransport implements Transport {
  private final ReactiveMailer mailer;
  private final Context loop;
  private final Duration longest;

  SmtpTransport(
      ReactiveMailer mailer,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.mailer.timeout") Duration longest) {
    this.mailer = mailer;
    this.loop = vertx.getOrCreateContext();
    this.longest = longest;
  }

  @Override
  public SendResult send(OutboxMessage message, Content content) {
    Mail mail = mail(message, (Content.Mail) content);
    CompletableFuture<Void> done = new CompletableFuture<>();
    // All on one event loop, which then owns the connections too: from other threads the client may
    // listen only after the server's greeting has come and gone (Vert.x 4.5).
    loop.runOnContext(
        now ->
            Uni.createFrom()
                .deferred(() -> mailer.send(mail)) // what it throws at once is an answer, too
                .subscribe()
                .with(sent -> done.complete(null), done::completeExceptionally));
    try {
      done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new SendResult.Accepted(null, null);
    } catch (ExecutionException failure) {
      return outcome(failure.getCause());
    } catch (TimeoutException silence) {
      return new SendResult.Later("server-unreachable", true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new SendResult.Later("server-unreachable", true);
    }
  }

  private static Mail mail(OutboxMessage message, Content.Mail content) {
    Mail mail =
        Mail.withText(content.to(), OneLine.of(content.subject()), content.text())
            .setHtml(content.html())
            .addHeader("Message-ID", messageId(message))
            .addHeader("Content-Language", content.language())
            // RFC 3834: no holiday notice answers us.
            .addHeader("Auto-Submitted", "auto-generated");
    if (content.replyTo() != null) {
      mail.setReplyTo(content.replyTo());
    }
    int number = 0;
    for (String calendar : content.calendars()) {
      number++;
      mail.addAttachment(
          number == 1 ? "rendez-vous.ics" : "rendez-vous-" + number + ".ics",
          calendar.getBytes(StandardCharsets.UTF_8),
          "text/calendar; charset=utf-8; method=" + method(calendar));
    }
    return mail;
  }

  /** The same at each attempt, so that whoever got it twice sees one mail (RFC 5322, 3.6.4). */
  static String messageId(OutboxMessage message) {
    return "<" + message.uid() + "@porte-ouverte>";
  }

  private static String method(String calendar) {
    return calendar.contains("METHOD:CANCEL") ? "CANCEL" : "PUBLISH";
  }

  private static SendResult outcome(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException answer) {
        return SmtpRefusal.of(answer);
      }
      if (cause instanceof IllegalArgumentException) {
        return new SendResult.Refused("mailbox-refused");
      }
    }
    return new SendResult.Later("server-unreachable", true);
  }
}
