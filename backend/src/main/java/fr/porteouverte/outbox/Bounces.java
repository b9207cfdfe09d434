package fr.porteouverte.outbox;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * Reads the mailbox to which mail is given back (IMAP, RFC 9051), and notes it. What is read is
 * marked as seen and stays for people.
 */
@ApplicationScoped
public class Bounces implements Job {
  private static final Logger LOG = Logger.getLogger(Bounces.class);
  private static final String TIMEOUT = "15000";

  private final TransportSettings.Bounces mailbox;
  private final OutboxSettings settings;
  private final Outbox outbox;
  private final Fates fates;
  private final Transactions transactions;
  private final Clock clock;

  Bounces(
      TransportSettings transports,
      OutboxSettings settings,
      Outbox outbox,
      Fates fates,
      Transactions transactions,
      Clock clock) {
    this.mailbox = transports.bounces();
    this.settings = settings;
    this.outbox = outbox;
    this.fates = fates;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "outbox-bounces";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(settings.bouncesEvery());
  }

  @Override
  public void run() {
    if (mailbox.host().isEmpty()) {
      return;
    }
    try (Store store = session().getStore(mailbox.tls() ? "imaps" : "imap")) {
      store.connect(
          mailbox.host().get(),
          mailbox.port(),
          mailbox.username().orElse(""),
          mailbox.password().orElse(""));
      try (Folder folder = store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_WRITE);
        for (Message mail : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
          read((MimeMessage) mail);
          mail.setFlag(Flags.Flag.SEEN, true);
        }
      }
    } catch (MessagingException unread) {
      LOG.warnf("The mailbox of returned mail was not read: %s", unread.getClass().getName());
    }
  }

  private void read(MimeMessage mail) throws MessagingException {
    Optional<ReturnedMail> returned;
    try {
      returned = ReturnedMail.of(mail);
    } catch (IOException | MessagingException | RuntimeException unreadable) {
      // One letter that nobody can read must not keep the others unread.
      LOG.warnf("A returned mail could not be read: %s", unreadable.getClass().getName());
      return;
    }
    returned.ifPresent(found -> transactions.run(() -> note(found)));
  }

  private void note(ReturnedMail returned) {
    outbox
        .find("uid = ?1 and channel = ?2", returned.uid(), Channel.email)
        .firstResultOptional()
        .flatMap(found -> outbox.locked(found.id()))
        .ifPresent(message -> note(message, returned));
  }

  private void note(OutboxMessage message, ReturnedMail returned) {
    if (!returned.failed()) {
      if (message.state().mayBecome(MessageState.delivered)) {
        message.settle(MessageState.delivered, null, clock.instant());
      }
    } else if (message.state().mayBecome(MessageState.bounced)) {
      String reason = returned.status().startsWith("5.1") ? "mailbox-unknown" : "mailbox-refused";
      fates.fail(message, MessageState.bounced, reason);
    }
  }

  private Session session() {
    Properties settings = new Properties();
    for (String protocol : new String[] {"imap", "imaps"}) {
      settings.setProperty("mail." + protocol + ".connectiontimeout", TIMEOUT);
      settings.setProperty("mail." + protocol + ".timeout", TIMEOUT);
    }
    return Session.getInstance(settings);
  }
}
