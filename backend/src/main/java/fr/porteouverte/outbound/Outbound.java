package fr.porteouverte.outbound;

import fr.porteouverte.http.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at an address that the server is to call. For a link that is only shown: {@link
 * ShownAddress}.
 */
@ApplicationScoped
public class Outbound {
  @Inject Gate gate;

  /**
   * At registration: by its form, and by where its name leads just now. Asks the network: outside
   * of a transaction.
   *
   * @return to be kept as {@link SafeAddress#text}; null when it was complained about, or none was
   *     given
   */
  public @Nullable SafeAddress check(FieldReader fields, String field, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      SafeAddress address = gate.read(written);
      lookUp(address);
      return address;
    } catch (WrongAddress wrong) {
      fields.wrong(wrong.why().at(field));
      return null;
    }
  }

  private void lookUp(SafeAddress address) throws WrongAddress {
    if (address.host().address() != null) {
      return;
    }
    try {
      gate.addresses(address.host().name());
    } catch (Gate.ForbiddenAddress forbidden) {
      throw new WrongAddress(WrongAddress.Why.notPublic);
    } catch (UnknownHostException unknown) {
      throw new WrongAddress(WrongAddress.Why.unknown);
    }
  }
}
