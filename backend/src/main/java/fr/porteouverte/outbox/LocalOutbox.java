package fr.porteouverte.outbox;

import fr.porteouverte.database.Sql;
import fr.porteouverte.http.Ids;
import fr.porteouverte.outbox.LocalOutboxResource.LocalMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link LocalTray} kept, and makes its links open again. */
@ApplicationScoped
class LocalOutbox {
  private static final int MOST = 200;
  private static final Pattern LINK = Pattern.compile("https?://\\S+#\\S+");

  @Inject EntityManager database;
  @Inject Outbox outbox;
  @Inject Composers composers;
  @Inject Envelopes envelopes;

  List<LocalMessage> newest() {
    return Sql.of(
            database,
            "select outbox_id, address, language, subject, text, html, calendar, sent_at from"
                + " local_outbox order by sent_at desc, outbox_id desc")
        .limit(MOST)
        .list(Kept.class)
        .stream()
        .map(this::message)
        .toList();
  }

  private record Kept(
      Long outboxId,
      String address,
      String language,
      @Nullable String subject,
      String text,
      @Nullable String html,
      @Nullable String calendar,
      Instant sentAt) {}

  /** Of the message, then of those that went in it, as they were composed. */
  private List<String> secrets(OutboxMessage message) {
    return Stream.concat(Stream.of(message), envelopes.wentWith(message, null).stream())
        .flatMap(one -> composers.of(one.kind()).secret(one).stream())
        .toList();
  }

  private LocalMessage message(Kept kept) {
    OutboxMessage message = outbox.findById(kept.outboxId());
    List<String> secrets = secrets(message);
    String text = LocalTray.opened(kept.text(), secrets);
    Matcher link = LINK.matcher(text);
    return new LocalMessage(
        Ids.of(message.id()),
        message.channel(),
        kept.address(),
        message.kind(),
        kept.language(),
        kept.subject(),
        text,
        kept.html() == null ? null : LocalTray.opened(kept.html(), secrets),
        link.find() ? link.group() : null,
        kept.calendar(),
        kept.sentAt().atOffset(ZoneOffset.UTC));
  }
}
