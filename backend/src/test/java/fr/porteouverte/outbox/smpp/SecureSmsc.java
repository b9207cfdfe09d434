package fr.porteouverte.outbox.smpp;

import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.ssl.SslConfiguration;
import fr.porteouverte.support.Ports;
import fr.porteouverte.support.TestCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two providers that speak TLS with certificates that they made themselves: the settings say that
 * one is to be trusted, and know nothing of the other.
 */
public class SecureSmsc implements QuarkusTestResourceLifecycleManager {
  private final List<DefaultSmppServer> servers = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    try {
      TestCertificate known = TestCertificate.of("localhost");
      Map<String, String> settings = new HashMap<>();
      account(settings, 0, "known", known);
      account(settings, 1, "stranger", TestCertificate.of("localhost"));
      settings.put("porte-ouverte.smpp.accounts[1].departments", "14");
      settings.put("porte-ouverte.smpp.timeout", "4S");
      settings.put("porte-ouverte.smpp.reconnect-after", "50ms");
      settings.put("quarkus.tls.smpp.trust-store.pem.certs", known.pem().toString());
      return settings;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Without a word about TLS: it is what an account does unless it says otherwise. */
  private void account(
      Map<String, String> settings, int number, String name, TestCertificate certificate) {
    SslConfiguration tls = new SslConfiguration();
    tls.setKeyStorePath(certificate.store().toString());
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePassword(TestCertificate.STORE_PASSWORD);
    tls.setKeyManagerPassword(TestCertificate.STORE_PASSWORD);
    int port = Ports.free();
    servers.add(Smsc.serve(port, tls));
    String at = "porte-ouverte.smpp.accounts[" + number + "].";
    settings.put(at + "name", name);
    settings.put(at + "host", "localhost");
    settings.put(at + "port", "" + port);
    settings.put(at + "system-id", name);
    settings.put(at + "password", Smsc.PASSWORD);
  }

  @Override
  public void stop() {
    servers.forEach(DefaultSmppServer::destroy);
  }
}
