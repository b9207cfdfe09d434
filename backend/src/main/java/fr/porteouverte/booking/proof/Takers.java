package fr.porteouverte.booking.proof;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Client;
import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a request who takes a place with it. */
@ApplicationScoped
public class Takers {
  /** The header that brings a solved challenge, as ALTCHA’s widget gives it. */
  public static final String HEADER = "Proof";

  @Inject Client caller;
  @Inject Access access;
  @Inject ServerKey key;
  @Inject ProofSettings settings;

  public Taker of(@Nullable String proof) {
    if (access.isKnown()) {
      return Taker.KNOWN;
    }
    String source = HexFormat.of().formatHex(key.mac("taken-from", caller.address()));
    boolean trusted = caller.isWithin(settings.ownNetworks().orElse(List.of()));
    return new Taker(source, !trusted, proof);
  }
}
