package fr.porteouverte.booking;

import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * What opens a booking: 144 bits derived from its id and secret version under the server's key.
 * Never stored; a replay or a reminder derives it again, a raised version revokes it.
 */
@ApplicationScoped
class BookingSecret {
  private static final int BYTES = 18;
  @Inject ServerKey key;

  String of(Booking booking) {
    byte[] mac = key.mac("booking", booking.id() + ":" + booking.secretVersion());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
  }

  /** In constant time. */
  boolean opens(Booking booking, String secret) {
    return secret != null
        && MessageDigest.isEqual(
            of(booking).getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}
