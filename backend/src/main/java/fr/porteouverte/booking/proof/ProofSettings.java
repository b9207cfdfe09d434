package fr.porteouverte.booking.proof;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much may be taken before a computation is asked for. Of IPv6 a /64 is one address. */
@ConfigMapping(prefix = "porte-ouverte.proof")
public interface ProofSettings {
  /** Live holds of one address. A library, or a mobile carrier, is one address for many people. */
  @WithDefault("10")
  int holdsPerAddress();

  /** Bookings made from one address {@link #within} some time, without those cancelled since. */
  @WithDefault("30")
  int bookingsPerAddress();

  /** Of these, such as leave no contact. */
  @WithDefault("5")
  int withoutContactPerAddress();

  /** Bookings of one house without contact, from all addresses, within the same time. */
  @WithDefault("20")
  int withoutContactPerHouse();

  /**
   * Percent of the places a house has free that all the unknown together may take within the time.
   */
  @WithDefault("30")
  int percentOfHouse();

  /** Places of a house that are theirs in any case: a small house has few. */
  @WithDefault("10")
  int placesOfHouseAtLeast();

  /** The time over which bookings are counted. */
  @WithDefault("24H")
  Duration within();

  /** With computations one address may have so many times as much; then the house is to call. */
  @WithDefault("3")
  int timesWithProof();

  /** Numbers that a browser tries at most, on average half of them: one or two seconds. */
  @WithDefault("100000")
  int work();

  /** How long a challenge may be answered. */
  @WithDefault("20M")
  Duration validFor();

  /** Networks whose people a clerk sees, such as a house’s own: nobody there is asked. */
  Optional<List<CidrAddress>> ownNetworks();

  /** How long it is known, as a keyed hash, from where a booking was made. */
  @WithDefault("7D")
  Duration rememberAddresses();

  /** How long a manager may take back that they freed what looked like a robot’s. */
  @WithDefault("1H")
  Duration undoWithin();
}
