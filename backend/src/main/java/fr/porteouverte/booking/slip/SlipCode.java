package fr.porteouverte.booking.slip;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * The six digits on the paper of an appointment, for those who have no mail and type no link.
 * Derived as {@code BookingSecret} is, and revoked with it. A million of them are few: tries are
 * counted, and it opens no more than the paper says.
 */
@ApplicationScoped
public class SlipCode {
  private static final int CODES = 1_000_000;

  @Inject ServerKey key;

  public String of(Booking booking) {
    byte[] mac = key.mac("slip", booking.id() + ":" + booking.secretVersion());
    return String.format(
        Locale.ROOT, "%06d", Long.remainderUnsigned(ByteBuffer.wrap(mac).getLong(), CODES));
  }

  /**
   * @param typed as people write it: with blanks and dashes, and letters that look like digits
   */
  public boolean opens(Booking booking, String typed) {
    return MessageDigest.isEqual(bytes(of(booking)), bytes(normalise(typed)));
  }

  static String normalise(String typed) {
    return typed
        .replaceAll("[\\s.\\-\\p{Pd}]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replace('S', '5')
        .replace('B', '8');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
