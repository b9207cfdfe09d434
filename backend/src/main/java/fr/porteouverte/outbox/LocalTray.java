package fr.porteouverte.outbox;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Keeps messages on this machine. Links are kept without what opens them. */
@ApplicationScoped
class LocalTray implements Transport {
  /** Stands for the secret in what is kept; no composed text contains it. */
  static final String SECRET = "#\u2063";

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
                .with("text", closed(content.text(), content.secret()))
                .with("html", mail == null ? null : closed(mail.html(), mail.secret()))
                .with("calendar", mail == null ? null : mail.calendar())
                .with("now", clock.instant())
                .run());
    return new SendResult.Accepted(
        null, content instanceof Content.Sms ? GsmText.segments(content.text()) : null);
  }

  private static String closed(String text, @Nullable String secret) {
    return secret == null ? text : text.replace("#" + secret, SECRET);
  }
}
