package fr.porteouverte.support;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens as Keycloak makes them, signed with a key of the tests. */
public final class Bearer {
  public static final String ISSUER = "https://login.example.org/realms/porte-ouverte";
  private static final KeyPair KEYS = keys();

  private static final int GOOD_SECONDS = 300;

  /**
   * So long it is shown again, as a browser does: to sign one was most of the work of a request.
   */
  private static final int SHOWN_SECONDS = 120;

  private static final Map<List<Object>, Signed> SIGNED = new ConcurrentHashMap<>();

  private record Signed(String token, Instant at) {
    boolean fresh() {
      return Instant.now().isBefore(at.plusSeconds(SHOWN_SECONDS));
    }
  }

  private Bearer() {}

  public static String publicKey() {
    return text(KEYS.getPublic());
  }

  public static String token(String username, String... roles) {
    return tokenFor("porte-ouverte-api", username, roles);
  }

  /** As Keycloak makes one that was asked for with {@code scope}. */
  public static String asked(String scope, String username) {
    return claims("porte-ouverte-api", username)
        .claim("scope", scope)
        .expiresIn(GOOD_SECONDS)
        .sign(KEYS.getPrivate());
  }

  /** Good until an hour ago. */
  public static String expired(String username, String... roles) {
    return claims("porte-ouverte-api", username, roles)
        .expiresAt(Instant.now().minusSeconds(3_600))
        .sign(KEYS.getPrivate());
  }

  public static String tokenFor(String audience, String username, String... roles) {
    return SIGNED
        .compute(
            List.of(audience, username, List.of(roles)),
            (who, had) ->
                had != null && had.fresh()
                    ? had
                    : new Signed(signed(audience, username, roles), Instant.now()))
        .token();
  }

  private static String signed(String audience, String username, String... roles) {
    return claims(audience, username, roles).expiresIn(GOOD_SECONDS).sign(KEYS.getPrivate());
  }

  private static JwtClaimsBuilder claims(String audience, String username, String... roles) {
    return Jwt.claims()
        .issuer(ISSUER)
        .audience(audience)
        .subject("0b8e5a52-1f43-4f0e-9d2e-5b3f6f0c6f11")
        .claim("preferred_username", username)
        .claim("realm_access", Map.of("roles", List.of(roles)));
  }

  /** One pair for the whole JVM: a test and its profile are loaded by two class loaders. */
  private static KeyPair keys() {
    String publicName = Bearer.class.getName() + ".public";
    String privateName = Bearer.class.getName() + ".private";
    try {
      if (System.getProperty(publicName) == null) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair made = generator.generateKeyPair();
        System.setProperty(publicName, text(made.getPublic()));
        System.setProperty(privateName, text(made.getPrivate()));
      }
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(bytes(System.getProperty(publicName)))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(System.getProperty(privateName)))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }
}
