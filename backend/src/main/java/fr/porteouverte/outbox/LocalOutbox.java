package fr.porteouverte.outbox;

import fr.porteouverte.http.Ids;
import fr.porteouverte.outbox.LocalOutboxResource.LocalMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.query.NativeQuery;

/** Reads what {@link LocalTray} kept, and makes its links open again. */
@ApplicationScoped
class LocalOutbox {
  private static final int MOST = 200;
  private static final Pattern LINK = Pattern.compile("https?://\\S+#\\S+");

  @Inject EntityManager database;
  @Inject Outbox outbox;
  @Inject Composers composers;

  List<LocalMessage> newest() {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        database
            .createNativeQuery(
                "select outbox_id, address, language, subject, text, html, calendar, sent_at from"
                    + " local_outbox order by sent_at desc, outbox_id desc")
            .setMaxResults(MOST)
            .unwrap(NativeQuery.class)
            .addScalar("outbox_id", Long.class)
            .addScalar("address", String.class)
            .addScalar("language", String.class)
            .addScalar("subject", String.class)
            .addScalar("text", String.class)
            .addScalar("html", String.class)
            .addScalar("calendar", String.class)
            .addScalar("sent_at", Instant.class)
            .getResultList();
    return rows.stream().map(this::message).toList();
  }

  private LocalMessage message(Object[] row) {
    OutboxMessage message = outbox.findById((Long) row[0]);
    String secret = composers.of(message.kind()).secret(message).map(s -> "#" + s).orElse("");
    String text = ((String) row[4]).replace(LocalTray.SECRET, secret);
    Matcher link = LINK.matcher(text);
    return new LocalMessage(
        Ids.of(message.id()),
        message.channel(),
        (String) row[1],
        message.kind(),
        (String) row[2],
        (String) row[3],
        text,
        row[5] == null ? null : ((String) row[5]).replace(LocalTray.SECRET, secret),
        link.find() ? link.group() : null,
        (String) row[6],
        at(row[7]));
  }

  /** The databases' drivers do not agree on a type. */
  private static OffsetDateTime at(Object time) {
    return time instanceof Instant instant
        ? instant.atOffset(ZoneOffset.UTC)
        : ((OffsetDateTime) time).withOffsetSameInstant(ZoneOffset.UTC);
  }
}
