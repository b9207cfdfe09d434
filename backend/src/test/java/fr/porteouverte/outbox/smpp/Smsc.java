package fr.porteouverte.outbox.smpp;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.ssl.SslConfiguration;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppProcessingException;
import fr.porteouverte.support.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider: a real SMPP server, by other hands than the product's client. One account for the
 * houses of the Calvados, and one for all others.
 */
public class Smsc implements QuarkusTestResourceLifecycleManager {
  static final String PASSWORD = "pw-Zr7";

  /** What the provider answers; null: nothing. */
  interface Desk {
    PduResponse answer(SmppServerSession session, SubmitSm asked) throws Exception;
  }

  /** What came, whatever was answered. */
  record Submitted(String account, SubmitSm pdu) {
    String udh() {
      byte[] octets = pdu.getShortMessage();
      return "%d/%d".formatted(octets[5], octets[4]);
    }
  }

  static volatile Desk desk = Smsc::accept;
  static final List<Submitted> HEARD = new CopyOnWriteArrayList<>();
  static final List<String> ACCEPTED = new CopyOnWriteArrayList<>();
  static final Map<String, SmppServerSession> BOUND = new ConcurrentHashMap<>();
  static final AtomicInteger ENQUIRED = new AtomicInteger();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static int port;
  private static DefaultSmppServer server;

  @Override
  public Map<String, String> start() {
    port = Ports.free();
    open();
    Map<String, String> settings = new HashMap<>();
    account(settings, 0, "national");
    account(settings, 1, "calvados");
    settings.put("porte-ouverte.smpp.accounts[1].departments", "14,50");
    settings.put("porte-ouverte.smpp.accounts[1].sender", "Calvados");
    settings.put("porte-ouverte.smpp.timeout", "4S");
    settings.put("porte-ouverte.smpp.enquire-every", "1S");
    settings.put("porte-ouverte.smpp.reconnect-after", "50ms");
    return settings;
  }

  private static void account(Map<String, String> settings, int number, String name) {
    String at = "porte-ouverte.smpp.accounts[" + number + "].";
    settings.put(at + "name", name);
    settings.put(at + "host", "127.0.0.1");
    settings.put(at + "port", "" + port);
    settings.put(at + "tls", "false");
    settings.put(at + "system-id", name);
    settings.put(at + "password", PASSWORD);
  }

  @Override
  public void stop() {
    close();
  }

  /** On the same port as ever. */
  static void open() {
    server = serve(port, null);
  }

  /**
   * @param tls null: without
   */
  static DefaultSmppServer serve(int port, SslConfiguration tls) {
    SmppServerConfiguration settings = new SmppServerConfiguration();
    settings.setHost("127.0.0.1");
    settings.setPort(port);
    settings.setSystemId("smsc");
    settings.setMaxConnectionSize(20);
    settings.setDefaultRequestExpiryTimeout(30_000);
    settings.setDefaultWindowSize(20);
    if (tls != null) {
      // Which also switches it on.
      settings.setSslConfiguration(tls);
    }
    DefaultSmppServer server =
        new DefaultSmppServer(settings, new Doorkeeper(), Executors.newCachedThreadPool());
    try {
      server.start();
      return server;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Gone, with all its connections. */
  static void close() {
    if (server != null) {
      server.destroy();
      server = null;
      BOUND.clear();
    }
  }

  static void clear() {
    desk = Smsc::accept;
    HEARD.clear();
    ACCEPTED.clear();
  }

  static SubmitSmResp accept(SmppServerSession session, SubmitSm asked) {
    SubmitSmResp yes = asked.createResponse();
    yes.setMessageId("%08x".formatted(NUMBER.incrementAndGet()));
    ACCEPTED.add(yes.getMessageId());
    return yes;
  }

  static SubmitSmResp refuse(SubmitSm asked, int status) {
    SubmitSmResp no = asked.createResponse();
    no.setCommandStatus(status);
    return no;
  }

  /**
   * Says what became of a piece.
   *
   * @return what the product answered
   */
  static int receipt(String account, String id, String state) throws Exception {
    DeliverSm said = new DeliverSm();
    said.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
    said.setSourceAddress(new Address((byte) 1, (byte) 1, "33612345678"));
    said.setDestAddress(new Address((byte) 5, (byte) 0, "PorteOuvert"));
    said.setShortMessage(
        ("id:%s sub:001 dlvrd:001 submit date:2611240800 done date:2611240801 stat:%s err:000"
                + " text:RDV Moyaux")
            .formatted(id, state)
            .getBytes(StandardCharsets.US_ASCII));
    var answer = BOUND.get(account).sendRequestPdu(said, 10_000, true);
    if (!answer.await(10_000)) {
      throw new IllegalStateException("no answer");
    }
    return answer.getResponse().getCommandStatus();
  }

  private static final class Doorkeeper implements SmppServerHandler {
    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration session, BaseBind asked)
        throws SmppProcessingException {
      if (!PASSWORD.equals(session.getPassword())) {
        throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
      }
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
      session.serverReady(new Clerk(session));
      BOUND.put(session.getConfiguration().getSystemId(), session);
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
      BOUND.remove(session.getConfiguration().getSystemId(), session);
      session.destroy();
    }
  }

  private static final class Clerk extends DefaultSmppSessionHandler {
    private final SmppServerSession session;

    private Clerk(SmppServerSession session) {
      this.session = session;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public PduResponse firePduRequestReceived(PduRequest asked) {
      if (asked instanceof EnquireLink) {
        ENQUIRED.incrementAndGet();
      }
      if (!(asked instanceof SubmitSm text)) {
        return asked.createResponse();
      }
      HEARD.add(new Submitted(session.getConfiguration().getSystemId(), text));
      try {
        return desk.answer(session, text);
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
