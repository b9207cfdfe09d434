package fr.porteouverte.outbox.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one account: bound in both directions, asked whether it is alive, and taken up
 * again whenever it is lost. What it logs has the account's name and no more.
 */
final class SmppLink {
  private static final Logger LOG = Logger.getLogger(SmppLink.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final byte UDH = 0x40;
  private static final byte GSM = 0;
  private static final byte UCS2 = 8;

  private final SmppAccount account;
  private final SmppSettings settings;
  private final ConnectionFactory sockets;
  private final MessageReceiverListener receipts;
  private final ScheduledExecutorService worker;

  private final AtomicBoolean opened = new AtomicBoolean();

  /** Opens after the first attempt, whatever came of it: before, who sends waits for it. */
  private final CountDownLatch tried = new CountDownLatch(1);

  private volatile @Nullable SMPPSession session;
  private volatile boolean stopped;
  private int failures;

  SmppLink(
      SmppAccount account,
      SmppSettings settings,
      ConnectionFactory sockets,
      MessageReceiverListener receipts,
      ScheduledExecutorService worker) {
    this.account = account;
    this.settings = settings;
    this.sockets = sockets;
    this.receipts = receipts;
    this.worker = worker;
  }

  SmppAccount account() {
    return account;
  }

  void open() {
    if (opened.compareAndSet(false, true)) {
      worker.execute(this::connect);
    }
  }

  private void connect() {
    if (stopped) {
      return;
    }
    SMPPSession next = new SMPPSession(sockets);
    next.setMessageReceiverListener(receipts);
    next.setEnquireLinkTimer(Math.toIntExact(settings.enquireEvery().toMillis()));
    next.setTransactionTimer(settings.timeout().toMillis());
    try {
      next.connectAndBind(
          account.host(), account.settings().port(), account.bind(), settings.timeout().toMillis());
      failures = 0;
      session = next;
      LOG.infof("SMS account %s is connected", account.name());
      next.addSessionStateListener((state, before, source) -> changed(next, state));
      if (!next.getSessionState().isBound()) {
        changed(next, SessionState.CLOSED);
      }
    } catch (IOException | RuntimeException refused) {
      failures++;
      next.close();
      String why = why(refused);
      LOG.warnf("SMS account %s is not connected: %s", account.name(), why);
      again();
    } finally {
      tried.countDown();
    }
  }

  /** jSMPP puts the answer's number into its words; others may quote what was sent. */
  private static String why(Exception refused) {
    return refused.getCause() instanceof NegativeResponseException answer
        ? "0x%08x".formatted(answer.getCommandStatus())
        : refused.getClass().getSimpleName();
  }

  private void changed(SMPPSession which, SessionState state) {
    if (state.isBound()) {
      return;
    }
    boolean ours;
    synchronized (this) {
      ours = session == which;
      if (ours) {
        session = null;
      }
    }
    if (ours && !stopped) {
      LOG.warnf("SMS account %s has lost its connection", account.name());
      again();
    }
  }

  private void again() {
    long full =
        Math.min(
            settings.reconnectAfter().toMillis() << Math.min(failures, 10),
            LONGEST_PAUSE.toMillis());
    try {
      worker.schedule(
          this::connect,
          full / 2 + ThreadLocalRandom.current().nextLong(full + 1),
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      // Nobody sends any more.
    }
  }

  /**
   * One piece.
   *
   * @param to E.164
   * @param piece with its header, if the text has several
   * @return under which name the provider will speak of it
   * @throws IOException nobody answers; if it broke in the middle, the piece may have gone
   * @throws ResponseTimeoutException the same
   */
  String submit(String to, byte[] piece, boolean several, boolean unicode)
      throws IOException,
          PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException {
    return bound()
        .submitShortMessage(
            "",
            account.senderType(),
            account.senderPlan(),
            account.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            to.replaceFirst("^\\+", ""),
            new ESMClass(several ? UDH : 0),
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            new RawDataCoding(unicode ? UCS2 : GSM),
            (byte) 0,
            piece)
        .getMessageId();
  }

  private SMPPSession bound() throws IOException {
    open();
    try {
      if (!tried.await(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("not yet");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped");
    }
    SMPPSession bound = session;
    if (bound == null) {
      throw new IOException("not connected");
    }
    return bound;
  }

  boolean isBound() {
    return session != null;
  }

  void close() {
    stopped = true;
    SMPPSession last = session;
    if (last != null) {
      last.unbindAndClose();
    }
  }
}
