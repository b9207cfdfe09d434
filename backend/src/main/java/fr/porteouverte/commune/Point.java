package fr.porteouverte.commune;

/** A position in degrees (WGS 84). */
public record Point(double latitude, double longitude) {
  /** Mean radius of the Earth in metres (IUGG). */
  private static final double EARTH_METRES = 6_371_008.8;

  /** Distance as the crow flies (great circle), in metres. */
  public int metresTo(Point other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double h =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return (int) Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h))));
  }

  private static double square(double x) {
    return x * x;
  }
}
