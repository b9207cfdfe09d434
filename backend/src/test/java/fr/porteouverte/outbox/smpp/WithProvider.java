package fr.porteouverte.outbox.smpp;

import fr.porteouverte.support.CountedLogin;
import java.util.List;

/**
 * The product with a provider of SMS by SMPP, and with the login service that counts. Neither minds
 * the other: one start for two tests.
 */
public class WithProvider extends CountedLogin {
  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Smsc.class));
  }
}
