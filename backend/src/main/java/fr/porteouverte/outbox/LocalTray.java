package fr.porteouverte.outbox;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps messages on this machine. Links are kept without what opens them. */
@ApplicationScoped
class LocalTray implements Transport {
  /** Stands for a secret in what is kept; no composed text contains it. */
  private static final String SECRET = "#\u2063";

  @Inject Transactions transactions;
  @Inject EntityManager database;
  @Inject Clock clock;

  @Override
  public SendResult send(OutboxMessage message, Content content) {
    Content.Mail mail = content instanceof Content.Mail m ? m : null;
    transactions.run(
        () ->
            Sql.of(
                    database,
                    "insert into local_outbox (outbox_id, address, language, subject, text, html,"
                        + " calendar, sent_at) values (:id, :address, :language,"
                        + " cast(:subject as varchar), :text, cast(:html as varchar),"
                        + " cast(:calendar as varchar), :now) on conflict do nothing")
                .with("id", message.id())
                .with("address", content.to())
                .with("language", content.language())
                .with("subject", mail == null ? null : OneLine.of(mail.subject()))
                .with("text", closed(content.text(), content.secrets()))
                .with("html", mail == null ? null : closed(mail.html(), mail.secrets()))
                .with("calendar", calendars(mail))
                .with("now", clock.instant())
                .run());
    return new SendResult.Accepted(
        null, content instanceof Content.Sms ? GsmText.segments(content.text()) : null);
  }

  /** A stream of objects where there are several (RFC 5545, 3.4). */
  private static @Nullable String calendars(Content.@Nullable Mail mail) {
    return mail == null || mail.calendars().isEmpty() ? null : String.join("", mail.calendars());
  }

  private static String closed(String text, List<String> secrets) {
    String closed = text;
    for (int i = 0; i < secrets.size(); i++) {
      closed = closed.replace("#" + secrets.get(i), mark(i));
    }
    return closed;
  }

  /** What was kept, with what opens its links. */
  static String opened(String kept, List<String> secrets) {
    String opened = kept;
    for (int i = secrets.size() - 1; i >= 0; i--) {
      opened = opened.replace(mark(i), "#" + secrets.get(i));
    }
    return opened.replaceAll(SECRET + "+", "");
  }

  private static String mark(int number) {
    return SECRET + "\u2063".repeat(number);
  }
}
