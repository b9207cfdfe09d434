package fr.porteouverte.outbox.smpp;

import fr.porteouverte.job.JobSettings;
import fr.porteouverte.job.Workers;
import fr.porteouverte.outbox.HouseDepartments;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.problem.Wordless;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** The accounts of this installation, and which of them a house uses. */
@ApplicationScoped
class SmppLinks {
  private static final Logger LOG = Logger.getLogger(SmppLinks.class);

  /** After those who send: what is under way hears its answer. */
  private static final int LAST = 5_000;

  @Inject SmppSettings settings;
  @Inject JobSettings jobs;
  @Inject TlsConfigurationRegistry tls;
  @Inject HouseDepartments departments;
  @Inject SentPieces pieces;

  private List<SmppLink> links = List.of();
  private ScheduledExecutorService worker;

  @PostConstruct
  void make() {
    List<SmppAccount> accounts = new ArrayList<>();
    for (int i = 0; i < settings.accounts().size(); i++) {
      SmppSettings.Account account = settings.accounts().get(i);
      if (account.host().isPresent()) {
        accounts.add(SmppAccount.of(account, i + 1));
      }
    }
    // What a provider says is found by its account's name.
    if (accounts.stream().map(SmppAccount::name).distinct().count() < accounts.size()) {
      throw new IllegalStateException("two accounts of porte-ouverte.smpp have one name");
    }
    // A host that does not answer holds nobody else up.
    worker = Executors.newScheduledThreadPool(Math.max(1, accounts.size()), Workers.named("smpp"));
    links = accounts.stream().map(this::link).toList();
  }

  private SmppLink link(SmppAccount account) {
    SmppSockets sockets =
        new SmppSockets(account.settings().tls() ? trust() : null, settings.timeout());
    return new SmppLink(account, settings, sockets, new Ear(account), worker);
  }

  private SSLContext trust() {
    TlsConfiguration own = tls.get("smpp").orElse(null);
    try {
      return own == null ? SSLContext.getDefault() : own.createSSLContext();
    } catch (Exception unreadable) {
      throw new IllegalStateException("quarkus.tls.smpp cannot be read", unreadable);
    }
  }

  /** Receipts are heard though nothing is sent. */
  void start(@Observes StartupEvent start) {
    if (jobs.run()) {
      open();
    }
  }

  void stop(@Observes @Priority(LAST) ShutdownEvent stop) {
    links.forEach(SmppLink::close);
    worker.shutdownNow();
  }

  void open() {
    links.forEach(SmppLink::open);
  }

  int count() {
    return links.size();
  }

  long bound() {
    return links.stream().filter(SmppLink::isBound).count();
  }

  /** Of the house's department, or else of all houses. */
  Optional<SmppLink> of(OutboxMessage message) {
    if (links.stream().allMatch(link -> link.account().departments().isEmpty())) {
      return links.stream().findFirst();
    }
    String department = departments.of(message).orElse("");
    return links.stream()
        .filter(link -> link.account().departments().contains(department))
        .findFirst()
        .or(
            () ->
                links.stream().filter(link -> link.account().departments().isEmpty()).findFirst());
  }

  /** Hears what a provider says. What people answer is not read: no house expects it. */
  private final class Ear implements MessageReceiverListener {
    private final SmppAccount account;

    private Ear(SmppAccount account) {
      this.account = account;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm said) throws ProcessRequestException {
      SmppReceipt receipt = SmppReceipt.of(said).orElse(null);
      if (receipt == null) {
        return;
      }
      try {
        pieces.heard(account.name(), receipt.id(), receipt.delivered());
      } catch (RuntimeException failure) {
        LOG.errorf(Wordless.of(failure), "a receipt of %s could not be noted", account.name());
        // The provider says it again.
        throw new ProcessRequestException("later", SMPPConstant.STAT_ESME_RX_T_APPN);
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification said) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm said, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("not spoken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
