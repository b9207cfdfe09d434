package fr.porteouverte.outbox;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.problem.Wordless;
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

  Bounces(
      TransportSettings transports,
      OutboxSettings settings,
      Outbox outbox,
      Fates fates,
      Transactions transactions) {
    this.mailbox = transports.bounces();
    this.settings = settings;
    this.outbox = outbox;
    this.fates = fates;
    this.transactions = transactions;
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
          mail.setFlag(Flags.Flag.SEEN, read((MimeMessage) mail));
        }
      }
    } catch (MessagingException unread) {
      LOG.warnf("The mailbox of returned mail was not read: %s", unread.getClass().getName());
    }
  }

  /**
   * One letter that nobody can read, or note, must not keep the others unread.
   *
   * @return false: it is for the next look
   */
  private boolean read(MimeMessage mail) {
    Optional<ReturnedMail> returned;
    try {
      returned = ReturnedMail.of(mail);
    } catch (IOException | MessagingException | RuntimeException unreadable) {
      LOG.warnf("A returned mail could not be read: %s", unreadable.getClass().getName());
      return true;
    }
    try {
      returned.ifPresent(found -> transactions.run(() -> note(found)));
      return true;
    } catch (RuntimeException unnoted) {
      LOG.errorf(Wordless.of(unnoted), "A returned mail could not be noted");
      return false;
    }
  }

  private void note(ReturnedMail returned) {
    outbox
        .find("uid = ?1 and channel = ?2", returned.uid(), MessageChannel.email)
        .firstResultOptional()
        .flatMap(found -> outbox.locked(found.id()))
        .ifPresent(message -> note(message, returned));
  }

  private void note(OutboxMessage message, ReturnedMail returned) {
    if (returned.failed()) {
      boolean unknown = returned.status().startsWith("5.1");
      fates.givenBack(message, unknown ? "mailbox-unknown" : "mailbox-refused");
    } else {
      fates.delivered(message);
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
